// SPDX-License-Identifier: Apache-2.0

import Synchronization

@testable import DisplayService

/// A sound that a test counts and lets fail.
final class SoundingPlayer: SoundPlayer {
    private struct Played {
        var count = 0
        var isStopped = false
        var failures: [SoundError] = []
    }

    /// A word for each sound, those that failed included.
    let sounds: AsyncStream<String>
    private let tell: AsyncStream<String>.Continuation
    private let played = Mutex(Played())

    init(failing failures: [SoundError] = []) {
        (sounds, tell) = AsyncStream.makeStream(of: String.self)
        played.withLock { $0.failures = failures }
    }

    var count: Int { played.withLock { $0.count } }
    var isStopped: Bool { played.withLock { $0.isStopped } }

    func play() async throws(SoundError) {
        let failure = played.withLock { played -> SoundError? in
            played.count += 1
            return played.failures.isEmpty ? nil : played.failures.removeFirst()
        }
        tell.yield(failure == nil ? "sound" : "failure")
        if let failure { throw failure }
    }

    func stop() { played.withLock { $0.isStopped = true } }

    /// The next sound.
    func next() async -> String? {
        for await sound in sounds { return sound }
        return nil
    }
}
