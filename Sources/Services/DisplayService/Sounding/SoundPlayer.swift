// SPDX-License-Identifier: Apache-2.0

/// Something that makes a sound.
package protocol SoundPlayer: Sendable {
    /// Makes the sound, and returns when it is over.
    ///
    /// - Throws: ``SoundError``.
    func play() async throws(SoundError)

    /// Breaks off what sounds; nothing sounds from then on.
    func stop()
}
