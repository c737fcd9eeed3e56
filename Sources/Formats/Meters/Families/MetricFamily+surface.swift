// SPDX-License-Identifier: Apache-2.0

extension MetricFamily {
    /// Requests to the local API.
    static let requests = counter(
        "tilld_api_requests_total", ["route", "code"], "Requests to the local API, by route and status of the answer.")
    /// Those who read events as they come.
    package static let readers = gauge("tilld_event_readers", [], "Streams and long polls of events that are open.")
    /// How many may read.
    package static let readersMax = gauge(
        "tilld_event_readers_max", [], "Streams and long polls of events that may be open at once.")
    /// Whether an endpoint takes what it is sent.
    package static let webhookUp = gauge(
        "tilld_webhook_up", ["webhook", "name"], "Whether a webhook takes what it is sent: 1 if so.")
    /// What waits for an endpoint.
    package static let webhookWaiting = gauge(
        "tilld_webhook_deliveries_waiting", ["webhook", "name"], "Deliveries that are still to be made.")
    /// What was given up.
    package static let webhookDead = gauge(
        "tilld_webhook_deliveries_dead", ["webhook", "name"], "Deliveries that were given up, and wait for a person.")
    /// What was delivered.
    package static let webhookDelivered = counter(
        "tilld_webhook_deliveries_total", ["webhook", "name"], "Deliveries that were made, kept in the ledger.")

    /// What is told of those who use the terminal.
    static let surface: [MetricFamily] = [
        requests, readers, readersMax, webhookUp, webhookWaiting, webhookDead, webhookDelivered,
    ]
}
