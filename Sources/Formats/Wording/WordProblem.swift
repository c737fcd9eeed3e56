// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong in a catalogue of words.
package struct WordProblem: Sendable, Hashable {
    /// The line of the file, from 1; 0 is the file as a whole.
    package let line: Int
    /// What is wrong and what to do.
    package let message: String

    /// Describes a problem.
    package init(line: Int, _ message: String) {
        self.line = line
        self.message = message
    }
}

/// Says everything that is wrong in a catalogue of words.
package struct WordFileError: Error, Sendable, Hashable {
    /// The name of the file.
    package let file: String
    /// What is wrong, in the order of the file.
    package let problems: [WordProblem]

    /// The most problems that are told; a file that is no catalogue at all has one a line.
    static let mostProblems = 100

    /// Takes what is wrong.
    package init(file: String, problems: [WordProblem]) {
        self.file = file
        self.problems = Array(problems.sorted { $0.line < $1.line }.prefix(Self.mostProblems))
    }
}

extension WordFileError: CustomStringConvertible {
    /// One line a problem, each with the file and its line.
    package var description: String {
        problems.map { $0.line > 0 ? "\(file):\($0.line): \($0.message)" : "\(file): \($0.message)" }
            .joined(separator: "\n")
    }
}
