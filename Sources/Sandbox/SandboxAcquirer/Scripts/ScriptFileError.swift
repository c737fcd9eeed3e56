// SPDX-License-Identifier: Apache-2.0

/// Why a text is no file of scripts.
package enum ScriptFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case badLine(Int, ScriptError)
    case empty
    case tooMany

    /// What is wrong and what to do, on one line.
    package var description: String {
        switch self {
        case .badLine(let line, let error): "line \(line): \(error)"
        case .empty: "the file holds no script: write one a line"
        case .tooMany: "the file holds more than \(ScriptFile.limit) scripts: shorten it"
        }
    }
}
