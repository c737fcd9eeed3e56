// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import TillClient

/// Errors as sentences on standard error and as the exit status.
enum Failure {
    /// Prints what is wrong and ends the program.
    static func end(with error: any Error) -> Never {
        switch error {
        case let error as ClientError:
            say(error.description)
            exit(ExitStatus.of(error).rawValue)
        case let sentence as Sentence:
            say(sentence.text)
            exit(ExitCode.failure.rawValue)
        case let code as ExitCode:
            exit(code.rawValue)
        default:
            end(withParserError: error)
        }
    }

    /// Prints one sentence to standard error.
    static func say(_ sentence: String) {
        Terminal.write("till: \(Terminal.safe(sentence))\n", to: STDERR_FILENO)
    }

    private static func end(withParserError error: any Error) -> Never {
        guard Till.exitCode(for: error) == .validationFailure else { Till.exit(withError: error) }
        var message = Till.fullMessage(for: error)
        if message.hasPrefix("Error: ") {
            message.removeFirst("Error: ".count)
            message = message.prefix(1).lowercased() + message.dropFirst()
        }
        Terminal.write("till: \(message)\n", to: STDERR_FILENO)
        exit(ExitCode.validationFailure.rawValue)
    }
}
