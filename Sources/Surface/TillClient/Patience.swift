// SPDX-License-Identifier: Apache-2.0

/// How long a client keeps trying.
public struct Patience: Sendable, Hashable {
    /// Pauses before repetitions; as many repetitions as there are pauses.
    public var pauses: [Duration]
    /// How long one long poll waits in the daemon, in whole seconds, 1 to 60.
    public var poll: Duration
    /// The pause after a long poll that brought nothing, so that a daemon that does not wait is not
    /// asked without end.
    public var rest: Duration
    /// How long an answer may take, besides the waiting that was asked for.
    public var answer: Duration

    /// Repeats for about eight seconds, which a restart of the daemon does not take.
    public static let standard = Patience(
        pauses: [.milliseconds(100), .milliseconds(400), .seconds(1), .seconds(2), .seconds(4)],
        poll: .seconds(25), rest: .milliseconds(200), answer: .seconds(15))

    /// Creates the rules from their parts.
    public init(pauses: [Duration], poll: Duration, rest: Duration, answer: Duration) {
        self.pauses = pauses
        self.poll = poll
        self.rest = rest
        self.answer = answer
    }
}
