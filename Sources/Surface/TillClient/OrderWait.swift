// SPDX-License-Identifier: Apache-2.0

/// What a question about a sale waits for.
public enum OrderWait: Sendable, Hashable {
    /// Nothing: the sale as it stands.
    case none
    /// The end of the sale, for some seconds, 60 at most.
    case final(Duration)
    /// A version other than this one, for some seconds, 60 at most.
    case change(version: Int64, Duration)

    /// How long the daemon may wait before it answers.
    var timeout: Duration {
        switch self {
        case .none: .zero
        case .final(let timeout), .change(_, let timeout): timeout
        }
    }

    /// The wait as query members.
    var query: [(String, String)] {
        switch self {
        case .none: []
        case .final(let timeout): [("wait", "final"), ("timeout", timeout.wholeSeconds)]
        case .change(let version, let timeout):
            [("wait", "change"), ("version", String(version)), ("timeout", timeout.wholeSeconds)]
        }
    }
}

extension Duration {
    /// Whole seconds as the API writes them, 0 to 60.
    var wholeSeconds: String {
        String(min(max(components.seconds, 0), 60))
    }
}
