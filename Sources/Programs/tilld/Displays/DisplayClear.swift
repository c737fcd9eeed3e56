// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DisplayService
import Foundation
import Raster
import TillStore

/// `tilld display clear`: takes what a dead daemon left off the displays.
struct DisplayClear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Take what a dead daemon left off the displays, such as a code that nobody may pay any more.",
        discussion: """
            Draws a neutral screen on each display and puts its console right. The unit does so whenever the \
            daemon has ended. It draws nothing while a daemon runs, and does not wait for a display that hangs: it \
            ends within two seconds, on a machine that needs longer to draw within ten. A fault in another part \
            of the configuration does not keep it from drawing.

            Exit status: 0 done, 64 wrong usage, 69 a display could not be drawn on, 74 it cannot be found out \
            whether a daemon runs, 75 a daemon runs, 78 the configuration cannot be read; the first screen of \
            this machine was tried then.
            """)

    /// The longest message.
    static let messageMax = 120

    @OptionGroup var config: ConfigOptions

    @Option(help: "What the screens say instead of that nothing can be paid now; at most 120 characters.")
    var message: String?

    func validate() throws {
        guard let message else { return }
        guard (1...Self.messageMax).contains(message.count) else {
            throw ValidationError("a message has 1 to \(Self.messageMax) characters: shorten it")
        }
        guard message.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw ValidationError("a message is one line without control characters")
        }
    }

    func run() async throws {
        signal(SIGTTOU, SIG_IGN)
        // Whoever waits for this has a daemon to start.
        HangWatch.begin()
        let settings = SettingsReader.readDisplays(
            file: config.config, environment: ProcessInfo.processInfo.environment)
        do {
            guard try !LedgerInspection.isInUse(settings.ledgerPath) else {
                Ending.say("tilld runs and has \(settings.ledgerPath): its screens are its own; stop it first")
                throw ExitCode(75)
            }
        } catch let error as LedgerError {
            throw Ending.of(error)
        }
        let outcomes = await Clearing(settings, message: message).run()
        for outcome in outcomes {
            if let fault = outcome.fault { Ending.say("display \(outcome.name): \(fault)") }
            if let remark = outcome.remark { Ending.say("display \(outcome.name): \(remark)") }
        }
        guard settings.faults.isEmpty else {
            for fault in settings.faults { Ending.say(fault) }
            throw ExitCode(78)
        }
        if outcomes.contains(where: { $0.fault != nil }) { throw ExitCode(69) }
    }
}
