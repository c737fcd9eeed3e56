// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DeviceDrivers
import Foundation
import Logging
import TillServer
import TillStore

/// `tilld run`: reads the configuration, builds the parts, runs them.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon.",
        discussion: """
            Exit status: 0 ended by SIGTERM or SIGINT, 64 wrong usage, 74 the ledger could not be \
            written, 75 another tilld has the ledger, 78 the configuration is wrong.
            """)

    @OptionGroup var config: ConfigOptions

    func run() async throws {
        // What the daemon makes is for its own user; the socket is opened to its group later.
        umask(0o077)
        // A file that grows beyond a limit is an error of the write, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGTTOU, SIG_IGN)
        Descriptors.raise()
        Heaps.share()
        // A terminal that was given to us for a display is taken again when it is hung up, and sales go on.
        if KernelConsoles().given() != nil { signal(SIGHUP, SIG_IGN) }
        let environment = ProcessInfo.processInfo.environment
        do {
            let settings = try SettingsReader.read(file: config.config, environment: environment)
            let style = LogStyle(settings.logFormat, environment: environment, descriptor: STDERR_FILENO)
            let logger = Logger(label: "tilld") { _ in LineLogHandler(style: style, wall: SystemClocks.wall) }
            let parts = try Parts(settings: settings)
            try await Daemon(
                settings: settings, parts: parts, logger: logger,
                manager: NotifySocket(environment: environment),
                watchdog: WatchdogTerms(environment: environment, process: getpid())
            ).run()
        } catch {
            throw Ending.of(error)
        }
    }
}

/// How the program ends.
enum Ending {
    /// Says what is wrong, and gives the exit status of sysexits.h.
    static func of(_ error: any Error) -> ExitCode {
        say("\(error)")
        switch error {
        case TerminalKeyError.outOfReach: return ExitCode(74)
        case is SettingsError, is ListenFault, is TerminalKeyError: return ExitCode(78)
        case LedgerError.inUse: return ExitCode(75)
        case is LedgerError: return ExitCode(74)
        default: return ExitCode(70)
        }
    }

    /// Writes sentences to standard error, a line each.
    static func say(_ sentences: String) {
        let text = sentences.split(separator: "\n").map { "tilld: \($0)\n" }.joined()
        FileHandle.standardError.write(Data(text.utf8))
    }
}
