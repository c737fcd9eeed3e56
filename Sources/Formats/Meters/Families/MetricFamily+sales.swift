// SPDX-License-Identifier: Apache-2.0

extension MetricFamily {
    /// Sales that were opened.
    static let ordersOpened = counter(
        "tilld_orders_opened_total", ["account"], "Sales opened, by the account of their first attempt.")
    /// Sales that were paid.
    static let ordersPaid = counter(
        "tilld_orders_paid_total", ["account"], "Sales paid, by the account that got the money.")
    /// Sales that ended without money.
    static let ordersClosed = counter(
        "tilld_orders_closed_total", ["account", "reason"],
        "Sales that ended unpaid, by the account and the reason of their last attempt.")
    /// Payments that came after their sale was over.
    static let paymentsLate = counter(
        "tilld_payments_late_total", ["account"], "Payments that came after their sale was over, kept or given back.")
    /// Refunds that are to be made.
    static let refundsAsked = counter(
        "tilld_refunds_asked_total", ["account", "reason"], "Refunds begun, by why the money goes back.")
    /// Refunds that came to an end.
    static let refundsEnded = counter(
        "tilld_refunds_ended_total", ["account", "result"], "Refunds that came to their end: done or refused.")
    /// How long opening a sale takes.
    static let openDuration = histogram(
        "tilld_order_open_duration_seconds", [], here,
        "Time from a read request for a new sale until it is on the disk.")
    /// How long the code takes.
    static let codeDuration = histogram(
        "tilld_order_code_duration_seconds", ["account"], there,
        "Time from the opening of a sale until its first payment code is known.")
    /// How long the payer takes.
    static let paidDuration = histogram(
        "tilld_order_paid_duration_seconds", ["account"], people,
        "Time from the opening of a sale until its payment is proven.")
    /// Sales that are not over.
    package static let ordersOpen = gauge("tilld_orders_open", [], "Sales that are not over.")
    /// How many may be open.
    package static let ordersOpenMax = gauge(
        "tilld_orders_open_max", [], "Sales that may be open at once, limits.open_orders of the configuration.")
    /// Holds that wait for a person.
    package static let holdsOpen = gauge("tilld_holds_open", [], "Holds that wait for a person.")
    /// Why no sale is opened.
    package static let salesRefused = gauge(
        "tilld_sales_refused", ["reason"], "Whether no sale is opened for this reason: 1 if so.")
    /// Whether /readyz says so.
    package static let ready = gauge("tilld_ready", [], "Whether sales can be opened: 1 if so, as /readyz says.")

    /// What is told of sales.
    static let sales: [MetricFamily] = [
        ordersOpened, ordersPaid, ordersClosed, paymentsLate, refundsAsked, refundsEnded, openDuration,
        codeDuration, paidDuration, ordersOpen, ordersOpenMax, holdsOpen, salesRefused, ready,
    ]
}
