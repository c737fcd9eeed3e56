// SPDX-License-Identifier: Apache-2.0

/// Why an exchange with an acquirer gave no answer.
///
/// The cases say what went wrong; ``consequence-swift.property`` says what it means for the money,
/// and that alone decides what happens next.
public enum ProviderError: Error, Sendable, Hashable {
    /// The configuration lacks something that this acquirer needs.
    case misconfigured(String)
    /// The acquirer does not offer this at all.
    case unsupported(String)
    /// The connection failed before any byte of the request was written out.
    case unreachable(String)
    /// Our clock is further off the acquirer's than its signatures allow: nothing was signed.
    case clockOff(String)
    /// The acquirer took the request apart and did not do it, and may do it later: too many
    /// requests, maintenance.
    case busy(code: String, retryAfter: Duration?)
    /// The acquirer read the request and said no. `code` is its own word.
    case refused(code: String, message: String)
    /// The request left, and no usable reply came back.
    case noReply(String)
    /// The acquirer says that it does not know either.
    case acquirerUnsure(code: String)
    /// A reply came that could not be read.
    case unreadable(String)
    /// A reply or a notify was not signed by the acquirer, or is stale.
    case forged(String)
}

extension ProviderError {
    /// What an error means for the money.
    public enum Consequence: Sendable, Hashable {
        /// The acquirer did nothing. Sending it again is safe.
        case nothingHappened
        /// The acquirer decided against it. Sending it again is pointless.
        case declined
        /// Money may have moved. Only a query can tell; never send it again.
        case moneyMayHaveMoved
    }

    /// What this error means for the money; in doubt, ``Consequence/moneyMayHaveMoved``.
    public var consequence: Consequence {
        switch self {
        case .misconfigured, .unsupported, .unreachable, .clockOff, .busy: .nothingHappened
        case .refused: .declined
        case .noReply, .acquirerUnsure, .unreadable, .forged: .moneyMayHaveMoved
        }
    }

    /// Whether it says something about the way to the acquirer, rather than about one order.
    public var isOfTheLine: Bool {
        switch self {
        case .unreachable, .busy, .noReply: true
        case .misconfigured, .unsupported, .clockOff, .refused, .acquirerUnsure, .unreadable, .forged: false
        }
    }
}

extension ProviderError: CustomStringConvertible {
    /// What went wrong, for people.
    public var description: String {
        switch self {
        case .misconfigured(let what): "the configuration lacks \(what)"
        case .unsupported(let flow): "the acquirer does not offer \(flow)"
        case .unreachable(let why): "could not reach the acquirer: \(why)"
        case .clockOff(let why): "nothing is signed: \(why)"
        case .busy(let code, _): "the acquirer asks to come back later (\(code))"
        case .refused(let code, let message): "the acquirer refused: \(message) (\(code))"
        case .noReply(let why): "the acquirer did not reply: \(why)"
        case .acquirerUnsure(let code): "the acquirer does not know the outcome (\(code))"
        case .unreadable(let why): "could not read the acquirer's reply: \(why)"
        case .forged(let why): "the reply was not the acquirer's: \(why)"
        }
    }
}
