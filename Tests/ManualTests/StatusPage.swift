// SPDX-License-Identifier: Apache-2.0

/// The manual's page of exit statuses.
struct StatusPage {
    private let rows: [(about: String, status: Int)]

    /// Reads the page's table; a row without a name goes on with the one above.
    init() {
        var about = ""
        rows = Manual.text("\(Manual.catalog)/Reference/ExitStatuses.md")
            .matches(of: /(?m)^\| *(?:`([^`]+)`)? *\| *(\d+) *\|/).map { match in
                about = match.1.map(String.init) ?? about
                return (about, Int(match.2) ?? -1)
            }
    }

    /// The statuses of a program, those of its commands included.
    func statuses(of program: String) -> Set<Int> {
        Set(rows.filter { $0.about == program || $0.about.hasPrefix("\(program) ") }.map(\.status))
    }
}
