// SPDX-License-Identifier: Apache-2.0

extension MetricFamily {
    /// How long an acquirer takes to answer.
    static let requestDuration = histogram(
        "tilld_acquirer_request_duration_seconds", ["account", "operation"], there,
        "Time that an exchange with an acquirer takes, answered or not; polls are the operation query.")
    /// Exchanges that brought no answer.
    static let requestFailures = counter(
        "tilld_acquirer_failures_total", ["account", "operation", "reason"],
        "Exchanges with an acquirer that brought no answer to what was asked, by why.")
    /// Notifies that came.
    static let notifies = counter(
        "tilld_notifies_total", ["account", "result"], "Notifies that came: saved, refused, failed, or throttled.")
    /// How long a notify takes.
    static let notifyDuration = histogram(
        "tilld_notify_duration_seconds", ["account"], here,
        "Time from a read notify until it and its effect are on the disk.")
    /// Whether an acquirer is spared.
    package static let breakerOpen = gauge(
        "tilld_account_breaker_open", ["account"], "Whether an acquirer that does not answer is spared: 1 if so.")
    /// How far the clock is off.
    package static let clockOffset = gauge(
        "tilld_account_clock_offset_seconds", ["account"],
        "Seconds that our clock is ahead of the acquirer's; absent until it has said its time.")
    /// When a statement was compared last.
    package static let comparedAt = gauge(
        "tilld_account_compared_timestamp_seconds", ["account"],
        "When the newest statement of the account was compared, in Unix time; absent until one was.")

    /// What is told of acquirers.
    static let acquirers: [MetricFamily] = [
        requestDuration, requestFailures, notifies, notifyDuration, breakerOpen, clockOffset, comparedAt,
    ]
}
