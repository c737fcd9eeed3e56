// SPDX-License-Identifier: Apache-2.0

/// How long a printer is waited for.
package struct PrintLimits: Sendable, Hashable {
    /// While it says why it cannot print: without paper, with an open cover; nil is for ever.
    package var patience: Duration?
    /// While it takes no byte and cannot say why.
    package var blindness: Duration
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
    /// For the answer with a count, besides the time in which it cannot print.
    package var counting: Duration
    /// Between two looks at a printer that one waits for.
    package var look: Duration
    /// Between two looks at one that has said why it cannot print.
    package var rest: Duration
    /// Between two looks where a loss of power would not be seen.
    package var beat: Duration
    /// How long a printer has to stay well to be believed that it has printed.
    package var calm: Duration

    /// Makes limits; the ones given are right for printers in shops.
    package init(
        patience: Duration? = nil, blindness: Duration = .seconds(600), greeting: Duration = .seconds(10),
        stall: Duration = .seconds(6), answer: Duration = .seconds(3),
        status: Duration = .milliseconds(1500), clearing: Duration = .milliseconds(700),
        counting: Duration = .milliseconds(700), look: Duration = .seconds(1),
        rest: Duration = .seconds(5),
        beat: Duration = .milliseconds(150), calm: Duration = .seconds(1)
    ) {
        self.patience = patience
        self.blindness = blindness
        self.greeting = greeting
        self.stall = stall
        self.answer = answer
        self.status = status
        self.clearing = clearing
        self.counting = counting
        self.look = look
        self.rest = rest
        self.beat = beat
        self.calm = calm
    }
}
