// SPDX-License-Identifier: Apache-2.0

/// Says how a sound is made: a program, its arguments, and what it reads.
package struct SoundSetting: Hashable, Sendable {
    /// The program and its arguments; no shell reads them.
    package let words: [String]
    /// What the program finds on its standard input.
    package let input: [UInt8]

    /// The most words of a command.
    package static let wordsMax = 64

    init(words: [String], input: [UInt8]) {
        self.words = words
        self.input = input
    }

    /// Takes a command of the shop's own.
    ///
    /// - Returns: nil if it has no program, or more than ``wordsMax`` words.
    package init?(command: [String]) {
        guard let program = command.first, !program.isEmpty, command.count <= Self.wordsMax,
            !command.contains(where: { $0.utf8.contains(0) })
        else { return nil }
        self.init(words: command, input: [])
    }

    /// Plays the built-in sound on an ALSA device, by aplay of alsa-utils.
    ///
    /// - Returns: nil if no device can have such a name.
    package init?(device: String) {
        guard !device.isEmpty, device.utf8.count <= 200, !device.hasPrefix("-"), !device.utf8.contains(0) else {
            return nil
        }
        self.init(words: ["aplay", "-q", "-t", "wav", "-D", device, "-"], input: PaidSound.wave)
    }
}
