// SPDX-License-Identifier: Apache-2.0

/// The daemon's view of slips beside the paper.
struct LedgerAndPaper {
    let ledger: LedgerCopy
    let paper: Paper

    func findings(atRest: Bool) -> [Violation] {
        var found: [Violation] = []
        let known = Set(ledger.orders.map(\.id))
        for (order, count) in paper.originals {
            if count > 1 { found.append(Violation(rule: .paper, what: "\(order) has \(count) originals")) }
            if !known.contains(order) {
                found.append(Violation(rule: .paper, what: "\(order) has a slip, and is not there"))
            }
        }
        let refunds = Dictionary(grouping: ledger.refunds, by: \.order)
        for (order, count) in paper.refunds where count > refunds[order]?.count ?? 0 {
            found.append(Violation(rule: .paper, what: "\(order) has \(count) slips of refunds"))
        }
        guard atRest else { return found }
        for slip in ledger.slips where slip.kind == "sale" && slip.mayBeDuplicate == 0 {
            let isOut = slip.state == "printed" || slip.state == "unconfirmed"
            if isOut, paper.originals[slip.order] != 1 {
                found.append(Violation(rule: .paper, what: "\(slip.id) is \(slip.state), and is not on paper"))
            }
        }
        return found
    }
}
