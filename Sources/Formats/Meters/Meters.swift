// SPDX-License-Identifier: Apache-2.0

/// What is counted while the daemon runs, and lost when it ends: nobody writes to a disk for it.
///
/// Whoever has done something notes it here, which costs an uncontended lock; nobody looks until somebody asks.
package final class Meters: Sendable {
    /// Sales opened, by account.
    package let ordersOpened = Counts(.ordersOpened)
    /// Sales paid, by account.
    package let ordersPaid = Counts(.ordersPaid)
    /// Sales that ended unpaid, by account and reason.
    package let ordersClosed = Counts(.ordersClosed)
    /// Payments that came after their sale was over, by account.
    package let paymentsLate = Counts(.paymentsLate)
    /// Refunds begun, by account and reason.
    package let refundsAsked = Counts(.refundsAsked)
    /// Refunds at their end, by account and result.
    package let refundsEnded = Counts(.refundsEnded)
    /// From a request for a sale until it is saved.
    package let openDuration = Durations(.openDuration)
    /// From opening a sale to its code, by account.
    package let codeDuration = Durations(.codeDuration)
    /// From opening a sale to its payment, by account.
    package let paidDuration = Durations(.paidDuration)
    /// Exchanges with acquirers, by account and operation.
    package let requestDuration = Durations(.requestDuration)
    /// Exchanges without an answer, by account, operation and reason.
    package let requestFailures = Counts(.requestFailures)
    /// Notifies, by account and result.
    package let notifies = Counts(.notifies)
    /// From a notify to its effect, by account.
    package let notifyDuration = Durations(.notifyDuration)
    /// COMMITs of the ledger.
    package let commitDuration = Durations(.commitDuration)
    /// Writes that were saved.
    package let writes = Counts(.writes)
    /// Slips, by printer.
    package let printDuration = Durations(.printDuration)
    /// Slips, by printer and result.
    package let slips = Counts(.slips)
    /// Requests to the local API, by route and status.
    package let requests = Counts(.requests)

    /// Counts from zero.
    package init() {}

    /// Makes accounts known as those of which nothing was heard yet, so that the first event is a step up from zero.
    package func expect(accounts: [String]) {
        for account in accounts {
            for counts in [ordersOpened, ordersPaid, paymentsLate] { counts.note([account], 0) }
            for result in ["done", "refused"] { refundsEnded.note([account, result], 0) }
        }
        writes.note([], 0)
    }

    /// Says all of it.
    package func tell(_ page: inout MetricPage) {
        for counts in [
            ordersOpened, ordersPaid, ordersClosed, paymentsLate, refundsAsked, refundsEnded, requestFailures,
            notifies, writes, slips, requests,
        ] { counts.tell(&page) }
        for durations in [
            openDuration, codeDuration, paidDuration, requestDuration, notifyDuration, commitDuration, printDuration,
        ] { durations.tell(&page) }
    }
}
