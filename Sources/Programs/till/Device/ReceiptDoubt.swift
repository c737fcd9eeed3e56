// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillClient

/// Slips of which nobody can tell whether they came out.
enum ReceiptDoubt {
    /// The holds that ask about them.
    static func all(_ client: TillClient) async throws -> [HoldResource] {
        try await client.holds().filter { $0.about == "receipt_in_doubt" && $0.settled == nil }
    }

    /// The one that is meant by a sale, a hold or nothing at all.
    ///
    /// - Throws: ``Sentence`` if there is none, or several.
    static func one(_ name: String?, _ client: TillClient) async throws -> HoldResource {
        let found = try await all(client).filter { name == nil || $0.id == name || $0.order == name }
        guard let first = found.first else {
            throw Sentence(text: name.map { "no slip of \($0) is in doubt" } ?? "no slip is in doubt")
        }
        guard found.count == 1 else {
            let names = found.map(\.id).joined(separator: ", ")
            throw Sentence(text: "several slips are in doubt: name one of \(names)")
        }
        return first
    }
}
