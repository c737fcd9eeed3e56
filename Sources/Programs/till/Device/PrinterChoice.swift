// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// Which printer a command is about.
struct PrinterChoice: ParsableArguments {
    @Argument(
        help: "The printer's name in the configuration; needed only if there are several.",
        completion: .custom(DaemonWords.printers))
    var printer: String?

    /// The printers that are meant.
    ///
    /// - Throws: ``Sentence`` if there is none of that name.
    func resources(_ client: TillClient) async throws -> [PrinterResource] {
        let all = try await client.printers()
        guard let printer else { return all }
        let found = all.filter { $0.id == printer }
        guard !found.isEmpty else { throw Sentence(text: Self.unknown(printer, all)) }
        return found
    }

    /// The one printer that is meant.
    ///
    /// - Throws: ``Sentence`` if there is none, or several.
    func resource(_ client: TillClient) async throws -> PrinterResource {
        let found = try await resources(client)
        guard let first = found.first else { throw Sentence(text: "no printer is configured") }
        guard found.count == 1 else {
            throw Sentence(text: "there are several printers: name one of \(Self.names(found))")
        }
        return first
    }

    private static func unknown(_ name: String, _ all: [PrinterResource]) -> String {
        all.isEmpty ? "no printer is configured" : "there is no printer \"\(name)\": these are: \(names(all))"
    }

    private static func names(_ printers: [PrinterResource]) -> String { printers.map(\.id).joined(separator: ", ") }
}
