// SPDX-License-Identifier: Apache-2.0

import Manners
import TillAPI
import TillClient

/// What the daemon knows, for the key that completes a word in a shell.
///
/// Whoever types waits for it, so it takes half a second at most; whatever goes wrong gives no words, and never a
/// sentence in the middle of somebody's command line.
enum DaemonWords {
    /// How long somebody waits who types.
    private static let patience: Duration = .milliseconds(500)
    /// How many events are looked at for the sales before the open ones.
    private static let eventsMax: Int64 = 200

    /// The ids of sales: the open ones, and then those of which there is news, the newest first.
    static func orders(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await orders(client) }
    }

    /// The ids of holds that wait for a person.
    static func holds(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.holds().filter { $0.settled == nil }.map(\.id) }
    }

    /// The decisions that fit the hold in the words, or any hold if there is none in them.
    static func decisions(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in
            let open = try await client.holds().filter { $0.settled == nil }
            let meant = open.filter { words.contains($0.id) }
            return unique((meant.isEmpty ? open : meant).flatMap(\.decisions))
        }
    }

    /// The sales and holds whose slips are in doubt.
    static func doubtfulSlips(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in
            let doubts = try await ReceiptDoubt.all(client)
            return unique(doubts.compactMap(\.order) + doubts.map(\.id))
        }
    }

    /// What can be held: lanes, rows of the queue, and sales that owe something.
    static func work(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in
            let rows = try await client.queue().rows
            return unique(["provider", "print"] + rows.map { String($0.id) } + rows.map(\.order))
        }
    }

    /// The accounts of the configuration.
    static func accounts(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.health().accounts.map(\.id) }
    }

    /// The currencies of the terminal and its accounts.
    static func currencies(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in
            let health = try await client.health()
            return unique([health.currency] + health.accounts.compactMap(\.currency))
        }
    }

    /// The ids of webhooks.
    static func webhooks(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.webhooks().map(\.id) }
    }

    /// The names of tokens.
    static func tokens(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.tokens().map(\.name) }
    }

    /// The printers of the configuration.
    static func printers(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.devices().printers.map(\.id) }
    }

    /// The customer screens of the configuration.
    static func displays(_ words: [String], _ index: Int, _ prefix: String) async -> [String] {
        await asked(words) { client in try await client.devices().displays.map(\.id) }
    }

    private static func orders(_ client: TillClient) async throws -> [String] {
        let open = try await client.openOrders().map(\.id)
        let last = try await client.health().ledger.last
        // The journal has been there since the first sale: only its end is read.
        let news = try await client.events(after: place(before: last)).events
        return unique(open + news.reversed().compactMap(\.order))
    }

    /// The place some events before one: `e1-800` for `e1-1000`; nil if the journal is shorter.
    private static func place(before event: String) -> String? {
        guard let dash = event.lastIndex(of: "-"), let number = Int64(event[event.index(after: dash)...]),
            number > eventsMax
        else { return nil }
        return "\(event[...dash])\(number - eventsMax)"
    }

    /// Each word once, in the order of its first place.
    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    /// Asks, and gives no words when that fails or takes too long.
    private static func asked(
        _ words: [String], _ question: @escaping @Sendable (TillClient) async throws -> [String]
    ) async -> [String] {
        guard let client = try? ShellWords(words).client(answer: patience) else { return [] }
        return await withTaskGroup(of: [String].self) { group in
            group.addTask { (try? await question(client)) ?? [] }
            group.addTask {
                // Cancelled as soon as the answer is there.
                try? await ContinuousClock().sleep(for: patience)
                return []
            }
            defer { group.cancelAll() }
            return await group.next() ?? []
        }
    }
}
