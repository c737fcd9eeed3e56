// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Where the program starts, and where every error becomes a sentence and an exit status.
@main
enum Entry {
    static func main() async {
        do {
            var command = try await Till.asyncParseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(with: error)
        }
    }
}
