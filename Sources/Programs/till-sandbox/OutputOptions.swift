// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON, one object a line.")
    var isJSON = false

    /// Prints an object as one line of JSON, or what people read of it.
    func show(_ message: some Encodable, _ text: @autoclosure () -> String) throws {
        guard isJSON else { return print(text()) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(message), as: UTF8.self))
    }
}
