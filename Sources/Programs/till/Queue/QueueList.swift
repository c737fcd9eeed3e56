// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till queue list --order 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct QueueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the work that is owed, and why each piece waits.",
        discussion: """
            A line has the row, what is to be done, the sale and the shop's own name for it, its
            amount, the account, since when it is owed, how often it was tried, and the reason.

            Exit status: 0 all of it goes on by itself, 3 a person has to look.
            """
    )

    /// Who does the work.
    enum Lane: String, ExpressibleByArgument, CaseIterable {
        case provider, print, clock
    }

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "Only this lane: acquirers, slips or deadlines.")
    var lane: Lane?

    @Option(help: "Only what this sale owes.", completion: .custom(DaemonWords.orders))
    var order: String?

    @Flag(help: "Only what a person holds back.")
    var held = false

    func run() async throws {
        let needsPerson = try await Self.show(
            daemon.client(), lane: lane, order: order, isHeld: held ? true : nil, output)
        if needsPerson { throw ExitStatus.needsPerson }
    }

    /// Prints rows of the queue, and says whether a person has to look.
    static func show(
        _ client: TillClient, lane: Lane?, order: String?, isHeld: Bool?, _ output: OutputOptions
    ) async throws -> Bool {
        let currencies = try await output.currencies(client)
        var rows: [QueueRowResource] = []
        var standing: [StandingHoldResource] = []
        var last: Int64?
        while true {
            let page = try await client.queue(
                lane: lane?.rawValue, order: order, isHeld: isHeld, after: last)
            standing = page.standing
            rows += page.rows
            // A page that does not move on would be read without end.
            guard !page.rows.isEmpty, page.last != last else { break }
            last = page.last
        }
        try QueueText.show(rows, standing, currencies, output)
        return rows.contains(where: \.wait.needsPerson) || !standing.isEmpty
    }
}
