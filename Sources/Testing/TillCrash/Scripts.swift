// SPDX-License-Identifier: Apache-2.0

/// What happens to payments, in turn.
enum Scripts {
    /// A payer who pays at once, and nothing else happens.
    static let calm = ["paid_at_once"]

    /// Everything that goes wrong between shop and acquirer, and among it payers who just pay.
    static let rough = [
        "paid_after:100ms", "paid_at_once", "manual", "paid_after:50ms", "create_lost_done+paid_after:100ms",
        "paid_after:200ms+notify_lost", "paid_at_once+notify_twice", "never", "cut+paid_after:100ms", "declined",
        "paid_after:100ms+slow:300ms", "create_lost_not_done+paid_at_once", "paid_at_once+http_500:1",
        "paid_after:100ms+query_lag:500ms", "paid_at_once+refund_after:300ms", "paid_after:80ms+paid_twice",
        "never+paid_after_close:200ms", "paid_after:100ms+notify_badly_signed", "paid_at_once+maintenance:1",
        "still_paying:400ms", "paid_at_once+notify_delayed:600ms", "paid_after:60ms+answer_badly_signed:1",
        "paid_at_once+http_429:1", "paid_at_once+notify_reordered", "no_money", "paid_at_once+refund_failed",
        "paid_after:150ms+wrong_amount", "paid_at_once", "paid_after:120ms", "paid_after:20ms",
    ]

    /// The rough ones in another order.
    static func shuffled(_ dice: inout Dice) -> [String] {
        var scripts = rough
        for index in scripts.indices.reversed() { scripts.swapAt(index, dice.roll(index + 1)) }
        return scripts
    }
}
