// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import PaymentService
import ProviderKit
import Synchronization

/// A way to several acquirers, each of which answers as a test says.
final class AnsweringLine: Transport {
    private struct State {
        var answer: @Sendable (String, String) async -> String
        var asked: [String] = []
    }

    private let state: Mutex<State>

    /// - Parameter answer: from the acquirer's host and the question; "lost" and "down" stand for
    ///   no answer and no way.
    init(_ answer: @escaping @Sendable (String, String) async -> String) {
        state = Mutex(State(answer: answer))
    }

    /// Sets the answers from now on.
    func answers(_ answer: @escaping @Sendable (String, String) async -> String) {
        state.withLock { $0.answer = answer }
    }

    /// All questions so far, the acquirer's host before each.
    var asked: [String] { state.withLock { $0.asked } }

    /// How many questions an acquirer was asked.
    func count(_ host: String) -> Int { asked.count { $0.hasPrefix(host + " ") } }

    func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        let host = request.head.authority ?? ""
        let question = String(decoding: request.body, as: UTF8.self)
        let answer = state.withLock { state in
            state.asked.append("\(host) \(question)")
            return state.answer
        }
        let said = await answer(host, question)
        if said == "down" { throw .unreachable("no route") }
        if said == "lost" { throw .noReply("timed out") }
        return ProviderReply(
            head: HTTPResponse(status: .ok), body: Array(said.utf8), request: request)
    }
}
