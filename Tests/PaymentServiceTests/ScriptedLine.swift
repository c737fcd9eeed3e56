// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import PaymentService
import ProviderKit
import Synchronization

/// A way to an acquirer that a test writes: what is answered to which question, and what happens
/// while the question is under way.
final class ScriptedLine: Transport {
    private struct State {
        var answers: [String: String]
        var inFlight: (@Sendable (String) async throws -> Void)?
        var asked: [String] = []
        var fault: (any Error)?
    }

    private let state: Mutex<State>

    /// - Parameter answers: by the question's first word. "lost" and "down" stand for no answer
    ///   and no way.
    init(_ answers: [String: String]) {
        state = Mutex(State(answers: answers))
    }

    /// Sets the answer to a kind of question from now on, or to one question.
    func answer(_ question: String, _ answer: String) {
        state.withLock { $0.answers[question] = answer }
    }

    /// Sets what happens when a question has left and its answer has not come.
    func whileInFlight(_ work: @escaping @Sendable (String) async throws -> Void) {
        state.withLock { $0.inFlight = work }
    }

    /// All questions so far.
    var questions: [String] { state.withLock { $0.asked } }

    /// The first words of all questions so far.
    var asked: [String] {
        state.withLock { $0.asked.map { String($0.prefix { $0 != " " }) } }
    }

    /// How many questions of a kind were asked.
    func count(_ question: String) -> Int { asked.count { $0 == question } }

    /// What went wrong in flight; a test asks for it at its end.
    var fault: (any Error)? { state.withLock { $0.fault } }

    func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        let question = String(decoding: request.body, as: UTF8.self)
        let word = String(question.prefix { $0 != " " })
        let (inFlight, answer) = state.withLock { state in
            if state.answers[word] != "down" { state.asked.append(question) }
            return (state.inFlight, state.answers[question] ?? state.answers[word] ?? "unseen")
        }
        if answer == "down" { throw .unreachable("no route") }
        do {
            try await inFlight?(question)
        } catch {
            state.withLock { $0.fault = error }
        }
        if answer == "lost" { throw .noReply("timed out") }
        return ProviderReply(
            head: HTTPResponse(status: .ok), body: Array(answer.utf8), request: request)
    }
}
