// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Shows a sale as plain lines, one a change.
struct PayLines: PayView {
    /// Whether lines are JSON.
    let output: OutputOptions
    /// How amounts are written.
    let currencies: Currencies
    private var last = ""

    /// Starts with nothing printed.
    init(output: OutputOptions, currencies: Currencies) {
        self.output = output
        self.currencies = currencies
    }

    /// Prints the sale if it reads otherwise than before.
    mutating func show(_ order: OrderResource) throws {
        let line = OrderText.line(order, currencies)
        // People see no difference between changes that read the same.
        guard output.isJSON || line != last else { return }
        last = line
        try output.show(order, currencies)
    }

    /// Passes over the drawing: a pipe has no payer.
    mutating func show(drawing lines: [String], of payload: String) {}

    /// Passes over the time: it is no change.
    mutating func secondPassed() {}

    /// Says something on standard error.
    mutating func say(_ sentence: String) {
        Failure.say(sentence)
    }

    /// Prints the end and what a person has to decide.
    mutating func end(_ order: OrderResource) throws {
        try show(order)
        guard !output.isJSON else { return }
        for hold in order.holds where hold.settled == nil {
            Failure.say("\(hold.detail): decide with \"till hold settle \(hold.id)\"")
        }
    }

    /// Has nothing to wipe.
    mutating func leave() {}
}
