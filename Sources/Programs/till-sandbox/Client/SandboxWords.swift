// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Manners
import SandboxAcquirer

/// What a running sandbox knows, for the key that completes a word in a shell; no words when it does not say so at
/// once.
enum SandboxWords {
    /// How long somebody waits who types.
    private static let patience: Duration = .milliseconds(500)
    /// How many payments are offered, the newest first.
    private static let paymentsMax = 50

    /// What a script can be made of: names of outcomes, and words.
    static let scripts = SaleOutcome.all.map(\.name) + ScriptWord.allCases.map(\.rawValue)

    /// The order numbers of payments that can be paid.
    static func openPayments(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await books(words)?.payments.filter(\.isOpen).map(\.order_no) ?? []
    }

    /// The order numbers of payments.
    static func payments(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await books(words)?.payments.map(\.order_no) ?? []
    }

    /// The merchants' numbers.
    static func merchants(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        let list: ControlMerchants? = await answer(to: "/sandbox/merchants", words)
        return list?.merchants.map(\.id) ?? []
    }

    private static func books(_ words: [String]) async -> ControlBooks? {
        await answer(to: "/sandbox/books?limit=\(paymentsMax)", words)
    }

    private static func answer<Answer: Decodable>(to path: String, _ words: [String]) async -> Answer? {
        let server = ShellWords(words).value(of: "--server") ?? ControlClient.usualServer
        let client = try? ControlClient(server: server)
        return try? await client?.call(.get, path, patience: patience)
    }
}
