// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// How long a closed attempt is asked about; what comes later is the statement's to find.
    ///
    /// Source: failures, section 4.2, last row (horizon).
    public static let watchedFor: Duration = .seconds(48 * 3600)

    /// Gives a live attempt up; what the acquirer was never asked for is closed at once.
    mutating func giveUp(_ index: Int, because reason: CloseReason) {
        switch attempts[index].state {
        case .opened: attempts[index].state = .closed(reason)
        case .asking, .presented, .uncertain: attempts[index].state = .closing(reason)
        case .closing, .paid, .closed: break
        }
    }

    /// Ends an attempt that the acquirer has heard of; it stays watched.
    mutating func close(_ index: Int, because reason: CloseReason, on occasion: Occasion) {
        attempts[index].state = .closed(reason)
        attempts[index].watchedUntil = max(deadline, occasion.at) + Self.watchedFor
    }

    /// Moves the order where its attempts say that it is, and drops slips of dead codes.
    mutating func settle() {
        switch state {
        case .open, .cancelling:
            if keptTransaction != nil {
                state = .paid
            } else if attempts.allSatisfy(\.state.isFinal) {
                state = .closed
            }
        case .paid, .closed: break
        }
        for index in prints.indices where prints[index].kind == .code {
            guard prints[index].state == .queued, let reference = prints[index].attempt else {
                continue
            }
            if attempt(reference)?.state.isLive != true { prints[index].state = .abandoned }
        }
    }
}
