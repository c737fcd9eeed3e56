// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
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
        var total = VerificationResource(rows: 0, orders: 0)
        var place: String?
        repeat {
            let stretch = try await client.verification(after: place)
            total.rows += stretch.rows
            total.orders += stretch.orders
            total.fault = stretch.fault
            // A stretch that does not move on would be asked for without end.
            guard stretch.next == nil || stretch.next != place else {
                throw Sentence(text: "the examination does not move on from \(place ?? "its beginning"): try again")
            }
            place = stretch.next
        } while place != nil
        if output.isJSON {
            try output.json(total)
        } else if total.fault == nil {
            Terminal.line("\(total.rows) rows of the journal fit, and \(total.orders) sales are what their rows give")
        }
        guard let fault = total.fault else { return }
        if !output.isJSON { Failure.say(Self.sentence(of: fault)) }
        throw ExitStatus.needsPerson
    }

    private static func sentence(of fault: VerificationFault) -> String {
        let matter = [fault.order.map { "order \($0)" }, fault.row.map { "row \($0)" }].compactMap(\.self)
        return matter.joined(separator: ", ") + ": " + fault.what
    }
}
