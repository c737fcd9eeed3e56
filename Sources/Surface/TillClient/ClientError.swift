// SPDX-License-Identifier: Apache-2.0

public import TillAPI

/// Why a call of the daemon gave no answer that can be used.
public enum ClientError: Error, Sendable, Hashable {
    /// Nothing listens at the socket or the address; nothing has happened.
    case daemonNotRunning(String)
    /// The socket is there, and this user may not open it; nothing has happened.
    case notAllowed(String)
    /// The system has no thread or memory left for a client; nothing has happened.
    case cannotStart(String)
    /// The address or a name in the request cannot be used; nothing has happened.
    case badAddress(String)
    /// The daemon refused; the problem says whether anything has happened.
    case problem(Problem)
    /// The request left and no answer came, also not to its repetitions; it may have been carried out.
    case noAnswer(String)
    /// An answer came that is none of this API; the request may have been carried out.
    case unreadable(String)
    /// The caller's task was cancelled; the request may have been carried out.
    case stopped
}

extension ClientError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    public var description: String {
        switch self {
        case .daemonNotRunning(let place) where place.hasPrefix("/"):
            "the daemon is not running: start it with \"systemctl start tilld\""
        case .daemonNotRunning(let place):
            "the daemon does not listen at \(place): start it, or look at api.listen in its configuration"
        case .notAllowed(let path):
            "this user may not open \(path): join the group that owns it"
        case .cannotStart(let why):
            "cannot open connections (\(why)): look at the memory that is left"
        case .badAddress(let why): why
        case .problem(let problem): problem.description
        case .noAnswer(let why):
            "the daemon did not answer (\(why)): look at the sale before doing it again"
        case .unreadable(let why):
            "the answer is none of a daemon (\(why)): look at the socket or the address"
        case .stopped: "stopped while waiting for the daemon: the sale goes on"
        }
    }
}
