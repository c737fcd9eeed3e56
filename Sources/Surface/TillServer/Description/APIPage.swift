// SPDX-License-Identifier: Apache-2.0

/// `openapi.yaml` as a page for people: whole when it comes, and without a script.
enum APIPage {
    /// The page.
    static let html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>tilld</title>
        <style>\(style)</style>
        \(paths)
        \(messages)

        """
}
