// SPDX-License-Identifier: Apache-2.0

import TillCore

/// How long to wait before asking again.
enum Patience {
    /// After a request that could not leave or got no answer; `tries` counts from 0.
    ///
    /// Short at the top, so that a payment is known within ten seconds of a calm network.
    static func afterFailure(tries: Int) -> Duration {
        let steps: [Duration] = [.seconds(1), .seconds(2), .seconds(3), .seconds(5)]
        if tries < steps.count { return steps[max(0, tries)] }
        return tries < 60 ? .seconds(8) : .seconds(30)
    }

    /// Between two queries about an attempt.
    static func betweenPolls(
        of attempt: PaymentAttempt, every: Duration, polls: Int
    ) -> Duration {
        switch attempt.state {
        case .presented: every
        case .uncertain: polls <= 1 ? .seconds(1) : every
        // One more look soon after the close: a payer who scanned just in time may still be
        // typing. Then ever more rarely.
        case .closed: afterClose(polls: polls)
        case .opened, .asking, .closing, .paid: every
        }
    }

    private static func afterClose(polls: Int) -> Duration {
        switch polls {
        case ...6: .seconds(10)
        case ...15: .seconds(60)
        case ...27: .seconds(300)
        default: .seconds(1800)
        }
    }

    /// Between two queries about a refund.
    static func betweenRefundQueries(polls: Int) -> Duration {
        switch polls {
        case ...1: .seconds(1)
        case ...10: .seconds(5)
        case ...20: .seconds(30)
        default: .seconds(600)
        }
    }
}
