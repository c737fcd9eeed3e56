// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// One message that a receiver of webhooks is tried with, and what it should do with it.
package struct ReceiverTrial: Sendable, Hashable {
    /// What a receiver should do.
    package enum Expectation: Sendable, Hashable {
        /// Answer 2xx.
        case taken
        /// Answer anything else, best 400 or 401.
        case refused
        /// Either: what counts is that nothing is done twice.
        case either
    }

    /// Its name in a word: `tampered-body`.
    package let name: String
    /// What it is: `an event whose body was changed on the way`.
    package let what: String
    /// What the receiver should do.
    package let expectation: Expectation
    /// What to do about a receiver that does something else.
    package let remedy: String
    /// The fields of the request.
    package let fields: HTTPFields
    /// Its body.
    package let body: [UInt8]
}

/// What a receiver did in a trial, and whether that was right.
package struct ReceiverFinding: Sendable, Hashable {
    /// The trial's name.
    package let trial: String
    /// Whether it was right.
    package let isRight: Bool
    /// The status; nil if no answer came.
    package let status: Int?
    /// What it did, and what to do about it, in a sentence.
    package let sentence: String
}

extension ReceiverTrial {
    /// An answer that takes longer is remarked upon: after fifteen seconds it counts as none.
    static let slow: Duration = .seconds(5)

    /// Judges an answer.
    ///
    /// - Parameters:
    ///   - status: the HTTP status; nil if no answer came.
    ///   - why: why none came.
    ///   - taken: how long it took.
    package func finding(status: Int?, why: String, after taken: Duration) -> ReceiverFinding {
        guard let status else {
            return finding(false, nil, "gives no answer to \(what): \(why)")
        }
        let isTaken = (200...299).contains(status)
        switch (expectation, status) {
        case (_, 410):
            return finding(
                false, status, "answers 410 to \(what), after which it would never be told again: answer 400 or 401")
        case (.taken, _) where isTaken, (.either, _) where isTaken:
            let isSlow = taken > Self.slow
            let haste = isSlow ? ", in \(taken.components.seconds) s: answer first and work later" : ""
            return finding(true, status, "takes \(what)\(haste)")
        case (.taken, 300...399):
            return finding(
                false, status, "leads elsewhere (\(status)) with \(what), which is not followed: name the place itself")
        case (.refused, _) where isTaken: return finding(false, status, "takes \(what): \(remedy)")
        case (.refused, 500...), (.either, 500...):
            return finding(
                true, status, "refuses \(what), with \(status) as if it were broken: better answer 400 or 401")
        case (.refused, _), (.either, _): return finding(true, status, "refuses \(what)")
        case (.taken, _): return finding(false, status, "refuses \(what) (\(status)): \(remedy)")
        }
    }

    private func finding(_ isRight: Bool, _ status: Int?, _ sentence: String) -> ReceiverFinding {
        ReceiverFinding(trial: name, isRight: isRight, status: status, sentence: sentence)
    }
}
