// SPDX-License-Identifier: Apache-2.0

/// What a service tells the service manager.
///
/// Source: sd_notify(3) of systemd 252, "Well-known assignments".
enum Notice: Sendable, Hashable {
    /// It does its work from now on.
    case ready
    /// It is about to end.
    case stopping
    /// It has not hung.
    case watchdog
    /// How it is, in a sentence.
    case status(String)

    /// The assignment, in a line.
    var line: String {
        switch self {
        case .ready: "READY=1"
        case .stopping: "STOPPING=1"
        case .watchdog: "WATCHDOG=1"
        case .status(let sentence):
            // A line break would begin an assignment of its own.
            "STATUS=" + sentence.replacing("\n", with: " ").replacing("\r", with: " ")
        }
    }
}
