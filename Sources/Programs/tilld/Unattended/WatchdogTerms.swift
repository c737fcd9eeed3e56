// SPDX-License-Identifier: Apache-2.0

/// How often the service manager wants to hear that the daemon has not hung.
///
/// Source: sd_watchdog_enabled(3) of systemd 252.
struct WatchdogTerms: Sendable, Hashable {
    /// How often to tell it: half of what it waits for.
    let period: Duration

    /// Reads the terms of `WATCHDOG_USEC`; nil if nobody watches, or `WATCHDOG_PID` says that it is
    /// another process who is watched.
    init?(environment: [String: String], process: Int32) {
        guard let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text),
            (1...86_400_000_000).contains(microseconds)
        else { return nil }
        if let watched = environment["WATCHDOG_PID"] {
            guard Int32(watched) == process else { return nil }
        }
        period = .microseconds(microseconds) / 2
    }
}
