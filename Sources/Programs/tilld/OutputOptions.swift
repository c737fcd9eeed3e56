// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Manners
import TillAPI

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON, one object a line.")
    var isJSON = false

    /// Prints one object as one line of JSON.
    func json(_ message: some Encodable) throws {
        FileHandle.standardOutput.write(Data(try WireJSON.bytes(of: message) + [0x0A]))
    }

    /// Prints a line at once, so that a reader of a pipe sees it when it happens.
    func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Whether standard output shows colours, and they are wanted.
    static var isColoured: Bool {
        ColourRule.isWanted(
            isTerminal: isatty(STDOUT_FILENO) == 1, environment: ProcessInfo.processInfo.environment)
    }
}
