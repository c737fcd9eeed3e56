// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Have the daemon check its whole ledger while sales go on.",
        discussion: """
            Checks that no row of the journal was changed, and that every sale is what its rows
            give. Heads that were kept elsewhere are checked by "tilld verify".

            Exit status: 0 all fits, 3 something does not, 4 the daemon is not running.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let client = try daemon.client()
        let total = try await ProgressLine.during("checking the ledger") { try await Self.examine(client, $0) }
        if output.isJSON {
            try output.json(total)
        } else if total.fault == nil {
            Terminal.line("\(total.rows) rows of the journal fit, and \(total.orders) sales are what their rows give")
        }
        guard let fault = total.fault else { return }
        if !output.isJSON { Failure.say(Self.sentence(of: fault)) }
        throw ExitStatus.needsPerson
    }

    /// Has one stretch after the other looked through, and says how far that is.
    private static func examine(_ client: TillClient, _ progress: ProgressLine) async throws -> VerificationResource {
        var total = VerificationResource(rows: 0, orders: 0)
        var place: String?
        repeat {
            let stretch = try await client.verification(after: place)
            total.rows += stretch.rows
            total.orders += stretch.orders
            total.fault = stretch.fault
            progress.say("checking the ledger: \(total.rows) rows and \(total.orders) sales fit")
            // A stretch that does not move on would be asked for without end.
            guard stretch.next == nil || stretch.next != place else {
                throw Sentence(text: "the examination does not move on from \(place ?? "its beginning"): try again")
            }
            place = stretch.next
        } while place != nil
        return total
    }

    private static func sentence(of fault: VerificationFault) -> String {
        let matter = [fault.order.map { "order \($0)" }, fault.row.map { "row \($0)" }].compactMap(\.self)
        return matter.joined(separator: ", ") + ": " + fault.what
    }
}
