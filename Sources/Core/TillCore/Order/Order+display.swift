// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Whether the code of an attempt was missing on the customer's screen, or another one stood in its place.
    ///
    /// Such a code is not shown again, whatever was decided since: only a new attempt brings a new one.
    func isDistrusted(_ attempt: PaymentAttempt) -> Bool {
        holds.contains { hold in
            if case .displayDiffers(attempt.reference, _) = hold.reason { true } else { false }
        }
    }

    /// Has a person look at a screen that shows the wrong thing, once an attempt.
    ///
    /// The attempt itself goes on: who scanned the right code before may be about to pay it.
    mutating func recordWrongDisplay(_ seen: SeenInstead, _ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .presented, .uncertain, .closing:
            guard !isDistrusted(attempts[index]) else { return }
            open(.displayDiffers(attempts[index].reference, seen), on: occasion)
        // No code was up yet, or it does not matter any more which one was.
        case .opened, .asking, .paid, .closed: break
        }
    }
}
