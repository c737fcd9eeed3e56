// SPDX-License-Identifier: Apache-2.0

/// A file of scripts, one a line, that new payments take in turn, beginning again at the end.
///
/// Empty lines and lines that start with "#" are passed over.
package struct ScriptFile: Sendable, Hashable {
    /// How many scripts a file may hold.
    package static let limit = 10_000

    /// The scripts in their order; at least one.
    package let scripts: [Script]

    /// Reads a file's text.
    ///
    /// - Throws: ``ScriptFileError`` with the number of the line.
    package init(_ text: String) throws(ScriptFileError) {
        var scripts: [Script] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let script = String(line).trimmed
            guard !script.isEmpty, !script.hasPrefix("#") else { continue }
            do throws(ScriptError) {
                scripts.append(try Script(script))
            } catch {
                throw .badLine(index + 1, error)
            }
            guard scripts.count <= Self.limit else { throw .tooMany }
        }
        guard !scripts.isEmpty else { throw .empty }
        self.scripts = scripts
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
