// SPDX-License-Identifier: Apache-2.0

/// How long a printer is waited for.
package struct PrintLimits: Sendable, Hashable {
    /// While it says why it cannot print: without paper, with an open cover.
    package var patience: Duration
    /// While it is online and does not answer what it must answer first.
    package var greeting: Duration
    /// While it is online and takes no byte.
    package var stall: Duration
    /// For the last answer, besides the time that the paper takes.
    package var answer: Duration
    /// For the answer to a status that is answered at once.
    package var status: Duration
    /// For the answer to being told to drop what it holds.
    package var clearing: Duration

    /// Makes limits; the ones given are right for printers in shops.
    package init(
        patience: Duration = .seconds(600), greeting: Duration = .seconds(10),
        stall: Duration = .seconds(6), answer: Duration = .seconds(3),
        status: Duration = .milliseconds(1500), clearing: Duration = .milliseconds(700)
    ) {
        self.patience = patience
        self.greeting = greeting
        self.stall = stall
        self.answer = answer
        self.status = status
        self.clearing = clearing
    }
}
