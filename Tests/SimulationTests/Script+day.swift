// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer
import TillTesting

extension Script {
    /// What a payer, the bank and its notifies do to one sale, as chance wants it.
    ///
    /// One pair is left out: a second payment of a number whose notify is never sent. No query
    /// tells of it, so only a statement can.
    static func ofTheDay(_ dice: inout Dice) throws -> Script {
        let payers = [
            "paid_at_once", "paid_after:\(dice.number(in: 1...90))", "paid_after:5", "declined",
            "no_money", "never", "still_paying:\(dice.number(in: 1...90))",
        ]
        let troubles = [
            "create_lost_done", "create_lost_not_done", "cut", "slow:\(dice.number(in: 1...12))",
            "http_500:\(dice.number(in: 1...3))", "http_429:\(dice.number(in: 1...3))",
            "maintenance:\(dice.number(in: 1...3))",
            "answer_badly_signed:\(dice.number(in: 1...3))",
            "query_lag:\(dice.number(in: 1...20))",
        ]
        let notifies = [
            "notify_lost", "notify_twice", "notify_delayed:\(dice.number(in: 1...90))",
            "notify_reordered", "notify_badly_signed",
        ]
        let money = [
            "wrong_amount", "wrong_currency", "paid_after_close:\(dice.number(in: 1...90))",
            "paid_twice", "refund_after:\(dice.number(in: 1...20))", "refund_failed",
        ]
        var words = [payers.randomElement(using: &dice)]
        if dice.happens(0.5) { words.append(troubles.randomElement(using: &dice)) }
        // Late money needs a payer who did not come before.
        if words[0] == "never" || words[0] == "no_money" {
            if dice.happens(0.6) { words.append(money[2]) }
        } else if dice.happens(0.4) {
            words.append(money.randomElement(using: &dice))
        }
        let isTwice = words.contains("paid_twice")
        if dice.happens(0.5) {
            let told = isTwice ? Array(notifies[1...3]) : notifies
            words.append(told.randomElement(using: &dice))
        }
        return try Script(words.compactMap { $0 }.joined(separator: "+"))
    }
}
