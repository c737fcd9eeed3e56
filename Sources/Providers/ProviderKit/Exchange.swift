// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes
public import TillCore

/// A conversation with an acquirer, as a value.
public enum Exchange<Answer: Sendable>: Sendable {
    /// Nobody has to be asked (any more).
    case answered(Answer)
    /// Make a request with a fresh moment and send it; what the reply means comes from `read`.
    case send(
        make: @Sendable (Moment) throws(ProviderError) -> ProviderRequest,
        read: @Sendable (ProviderReply, Moment) throws(ProviderError) -> Exchange<Answer>)
}

/// Now and a nonce: what a provider may not find out by itself.
public struct Moment: Sendable, Hashable {
    /// Wall time.
    public let now: Timestamp
    /// 16 random bytes, never used twice.
    public let nonce: [UInt8]

    /// States both.
    public init(now: Timestamp, nonce: [UInt8]) {
        self.now = now
        self.nonce = nonce
    }
}

/// A request to an acquirer, as a value.
public struct ProviderRequest: Sendable, Hashable {
    /// Method, scheme, authority, path and fields.
    public let head: HTTPRequest
    /// The body; empty if there is none.
    public let body: [UInt8]
    /// Whether it only asks: then it may use an old connection and be sent again.
    public let isQuery: Bool
    /// How long its reply may be, and may take.
    public let replyLimit: ReplyLimit

    /// Puts a request together.
    public init(
        head: HTTPRequest, body: [UInt8], isQuery: Bool, replyLimit: ReplyLimit = .usual
    ) {
        self.head = head
        self.body = body
        self.isQuery = isQuery
        self.replyLimit = replyLimit
    }
}

/// A reply of an acquirer, as a value, and the request that it answers.
public struct ProviderReply: Sendable, Hashable {
    /// Status and fields.
    public let head: HTTPResponse
    /// The body.
    public let body: [UInt8]
    /// The request, since signatures of replies cover parts of it.
    public let request: ProviderRequest

    /// Puts a reply together.
    public init(head: HTTPResponse, body: [UInt8], request: ProviderRequest) {
        self.head = head
        self.body = body
        self.request = request
    }
}

/// A request that an acquirer made unasked.
public struct Notify: Sendable, Hashable {
    /// Method, path and fields.
    public let head: HTTPRequest
    /// The bytes as they came.
    public let body: [UInt8]

    /// Puts a notify together.
    public init(head: HTTPRequest, body: [UInt8]) {
        self.head = head
        self.body = body
    }
}

/// What an authentic notify says, and how it is acknowledged.
public struct NotifyReading: Sendable, Hashable {
    /// The acquirer's id of it: told twice, it counts once.
    public let id: String
    /// What it says; nil if it says nothing that concerns a sale.
    public let word: NotifyWord?

    /// Puts a reading together.
    public init(id: String, word: NotifyWord?) {
        self.id = id
        self.word = word
    }
}
