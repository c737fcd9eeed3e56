// SPDX-License-Identifier: Apache-2.0

/// Why a command of `till-sandbox` did not do its work.
enum SandboxFault: Error, Hashable, Sendable, CustomStringConvertible {
    case stateInUse(String)
    case noAddress(String)
    case file(String, String)
    case exists(String)
    case recordingExists(String)
    case recordingLine(String, String)
    case badListen(String)
    case badURL(String)
    case badDuration(String)
    case notRunning(String, String)
    case refused(String)
    case unreadableAnswer(String)
    case nothingToPay(String)

    /// What is wrong and what to do, on one line.
    var description: String {
        switch self {
        case .stateInUse(let path): "\(path) is in use by another till-sandbox: stop it, or choose another --state"
        case .noAddress(let path):
            "\(path) is in use, but where that till-sandbox listens is not written there yet: try again in a moment"
        case .file(let path, let why): "\(path): \(why)"
        case .exists(let path): "\(path) is there already: choose another --out or --id"
        case .recordingExists(let path): "\(path) is there already: a recording begins with a new file"
        case .recordingLine(let path, let why): "\(path): \(why)"
        case .badListen(let text): "\"\(text)\" is no place to listen: write address and port as in 127.0.0.1:8471"
        case .badURL(let text): "\"\(text)\" is no URL: write it as in http://127.0.0.1:8471"
        case .badDuration(let text): "\"\(text)\" is no time: write it as in 250ms, 10s, 5m, 2h, 1d or 1h30m"
        case .notRunning(let url, let why):
            "no till-sandbox answers at \(url) (\(why)): start it with \"till-sandbox serve\", or name it with --server"
        case .refused(let why): why
        case .unreadableAnswer(let url): "\(url) answered what till-sandbox does not say: check --server"
        case .nothingToPay(let name): "no payment \(name) is there: \"till-sandbox books\" shows all"
        }
    }
}
