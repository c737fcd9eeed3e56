// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import HTTPTypes
import Signing
import Synchronization
import TillTesting

/// Plays all endpoints, without a network.
final class Receiver: Sendable {
    /// A message that came.
    struct Message: Sendable {
        let host: String
        let head: HTTPRequest
        let body: [UInt8]
        /// True time since the beginning, in milliseconds.
        let at: Int64

        var id: String { head.headerFields[.webhookID] ?? "" }
        var signatures: [String] { (head.headerFields[.webhookSignature] ?? "").split(separator: " ").map(String.init) }
        var timestamp: Int64 { Int64(head.headerFields[.webhookTimestamp] ?? "") ?? 0 }
        var text: String { String(decoding: body, as: UTF8.self) }

        /// A member of the body: `type`, or one of `data`.
        func member(_ name: String) -> String? {
            let object = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
            let content = object?["data"] as? [String: Any]
            return object?[name] as? String ?? content?[name] as? String
        }

        /// Whether a secret as it was handed out has signed it.
        func isSigned(with secret: String) -> Bool {
            guard let bytes = StandardWebhook.secret(secret) else { return false }
            let verified = try? StandardWebhook.verify(
                fields: head.headerFields, body: body, secrets: [bytes], keys: [], now: timestamp)
            return verified != nil
        }
    }

    /// What an endpoint says.
    enum Answer: Sendable {
        case status(Int, HTTPFields = [:])
        case silence
    }

    private struct State {
        var messages: [Message] = []
        var answer: @Sendable (Message) -> Answer
    }

    private let clock: WorldClock
    private let state: Mutex<State>

    /// Answers everything with 204 until it is told otherwise.
    init(_ clock: WorldClock) {
        self.clock = clock
        state = Mutex(State(answer: { _ in .status(204) }))
    }

    /// Everything that came, in order.
    var messages: [Message] { state.withLock { $0.messages } }

    /// The ids that came to a host, in order.
    func ids(_ host: String = "erp.example") -> [String] { messages.filter { $0.host == host }.map(\.id) }

    /// Says what is answered from now on.
    func answers(_ answer: @escaping @Sendable (Message) -> Answer) { state.withLock { $0.answer = answer } }

    func send(_ request: TransportRequest) -> Result<TransportAnswer, TransportError> {
        let message = Message(
            host: request.head.authority ?? "", head: request.head, body: request.body, at: clock.elapsed)
        let answer = state.withLock { state in
            state.messages.append(message)
            return state.answer
        }
        switch answer(message) {
        case .silence: return .failure(.noAnswer("timed out"))
        case .status(let status, let fields):
            return .success(
                TransportAnswer(
                    head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: fields), body: []))
        }
    }
}
