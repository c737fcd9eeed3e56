// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// One answer, which comes from the device or from whoever does not want to wait, whichever is first.
final class PatientAnswer<Answer: Sendable>: Sendable {
    private typealias Outcome = Result<Answer, DeviceError>

    private enum State {
        case new
        case waiting(CheckedContinuation<Result<Answer, DeviceError>, Never>)
        case answered(Result<Answer, DeviceError>)
        case over
    }

    private let state = Mutex(State.new)

    /// Waits; the answer may be there already.
    func begin(_ continuation: CheckedContinuation<Result<Answer, DeviceError>, Never>) {
        let ready: Outcome? = state.withLock { state in
            if case .answered(let outcome) = state {
                state = .over
                return outcome
            }
            state = .waiting(continuation)
            return nil
        }
        if let ready { continuation.resume(returning: ready) }
    }

    /// Answers; answers after the first are not heard.
    ///
    /// - Returns: whether it was the first.
    @discardableResult func end(with outcome: Result<Answer, DeviceError>) -> Bool {
        let (isFirst, waiting): (Bool, CheckedContinuation<Outcome, Never>?) = state.withLock { state in
            switch state {
            case .new:
                state = .answered(outcome)
                return (true, nil)
            case .waiting(let continuation):
                state = .over
                return (true, continuation)
            case .answered, .over:
                return (false, nil)
            }
        }
        waiting?.resume(returning: outcome)
        return isFirst
    }
}
