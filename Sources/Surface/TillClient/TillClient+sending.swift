// SPDX-License-Identifier: Apache-2.0

import TillAPI

extension TillClient {
    /// Sends a call and reads the message that answers it.
    func message<Message: Decodable>(_ call: Call) async throws(ClientError) -> Message {
        let body = try await bytes(call)
        do {
            return try WireJSON.message(Message.self, from: body)
        } catch {
            throw .unreadable("its JSON is of another kind")
        }
    }

    /// Sends a call until it is answered, and takes the body of an answer that is no problem.
    ///
    /// A repetition is safe: writes carry their key, and everything else is a question.
    func bytes(_ call: Call) async throws(ClientError) -> [UInt8] {
        var pauses = patience.pauses[...]
        var hasLeft = false
        while true {
            let failure: ClientError
            do throws(ClientError) {
                return try await sendOnce(call)
            } catch {
                failure = error
            }
            switch failure {
            case .noAnswer:
                hasLeft = true
            case .daemonNotRunning where hasLeft:
                // It ended after the request left: it may come back and know the key.
                break
            case .problem(let problem) where problem.code == .idempotencyInProgress:
                break
            default:
                throw failure
            }
            guard let pause = pauses.popFirst() else {
                guard case .daemonNotRunning(let place) = failure else { throw failure }
                throw .noAnswer("\(place) is closed since")
            }
            try await self.pause(pause)
        }
    }

    /// Asks again while the daemon is away, as it is during a restart.
    func patiently<Answer: Sendable>(
        _ question: () async throws(ClientError) -> Answer
    ) async throws(ClientError) -> Answer {
        for pause in patience.pauses {
            do throws(ClientError) {
                return try await question()
            } catch {
                switch error {
                case .daemonNotRunning: break
                case .problem(let problem) where problem.code == .unavailable: break
                default: throw error
                }
            }
            try await self.pause(pause)
        }
        return try await question()
    }

    /// Waits by the client's clock.
    func pause(_ duration: Duration) async throws(ClientError) {
        do {
            try await clock.sleep(for: duration)
        } catch {
            throw .stopped
        }
    }
}
