// SPDX-License-Identifier: Apache-2.0

extension MetricFamily {
    /// Whether a display shows what it should.
    package static let displayUp = gauge(
        "tilld_display_up", ["display"], "Whether a display shows what it should: 1 if so.")
    /// Whether a printer takes what it is given.
    package static let printerUp = gauge(
        "tilld_printer_up", ["printer"],
        "Whether nothing that was tried waits for a printer: 1 if so. A scrape asks no device.")
    /// What waits for a printer.
    package static let printerWaiting = gauge(
        "tilld_printer_waiting", ["printer"], "Slips, or lines of a journal printer, that are still to be printed.")
    /// How long a slip takes.
    static let printDuration = histogram(
        "tilld_print_duration_seconds", ["printer"], there,
        "Time that a slip takes from its first question to the printer until its end is known.")
    /// Slips that were tried.
    static let slips = counter(
        "tilld_slips_total", ["printer", "result"],
        "Slips tried: confirmed by the printer, sent unconfirmed, not_begun, or broken_off.")

    /// What is told of devices.
    static let devices: [MetricFamily] = [displayUp, printerUp, printerWaiting, printDuration, slips]
}
