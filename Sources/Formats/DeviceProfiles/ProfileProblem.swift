// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with a profile.
package struct ProfileProblem: Sendable, Hashable {
    /// The name of the file, such as `epson-203.yaml`, or the folder.
    package let file: String
    /// The key with its section, such as `print.dpi`; nil if it is about the whole file.
    package let key: String?
    /// What is wrong and what to do.
    package let message: String

    /// States all three, with no more of what a file holds than fits a line.
    init(file: String, key: String?, message: String) {
        self.file = file
        self.key = key.map { YAMLText.shown($0, longest: 100) }
        self.message = YAMLText.shown(message, longest: 500)
    }
}

extension ProfileProblem: CustomStringConvertible {
    /// File, key and message in one line.
    package var description: String {
        key.map { "\(file): \($0): \(message)" } ?? "\(file): \(message)"
    }
}
