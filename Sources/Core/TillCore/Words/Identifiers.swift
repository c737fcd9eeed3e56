// SPDX-License-Identifier: Apache-2.0

/// A text that names one thing of one kind, and cannot be mistaken for a name of another kind.
public protocol Identifier: Sendable, Hashable, Codable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The text itself.
    var text: String { get }
    /// Wraps a text; nothing is checked.
    init(_ text: String)
}

extension Identifier {
    /// Wraps a literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Reads the text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The text itself.
    public var description: String { text }

    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// Names one sale at the counter.
public struct OrderID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one try to have an order paid: 26 characters of `[0-9A-Z]`, unique for ever.
///
/// Most acquirers call it `out_trade_no` or `order_no`.
public struct AttemptReference: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one refund for ever: the same id goes out with every try.
public struct RefundID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one hold.
public struct HoldID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one print job.
public struct PrintID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one terminal of a merchant, such as `T-0001`.
public struct TerminalID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one account at an acquirer: a key of `accounts` in the configuration.
public struct AccountID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names a provider: the word after `provider:` in the configuration. It never changes.
public struct ProviderID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}
