// SPDX-License-Identifier: Apache-2.0

/// Adds up how long a printer was online and offline while it was waited for.
struct Stopwatch {
    /// Time that counts against the printer.
    private(set) var online = Duration.zero
    /// Time in which it could not print.
    private(set) var offline = Duration.zero
    private let elapsed: @Sendable () -> Duration
    private var last: Duration

    /// Starts now.
    init(elapsed: @escaping @Sendable () -> Duration) {
        self.elapsed = elapsed
        last = elapsed()
    }

    /// Adds the time since the last note.
    mutating func note(isOffline: Bool) {
        let now = elapsed()
        if isOffline { offline += now - last } else { online += now - last }
        last = now
    }

    /// Forgets the time online: the printer has moved.
    mutating func restart() { online = .zero }
}
