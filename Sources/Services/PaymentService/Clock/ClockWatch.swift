// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// Whether the wall clock can be believed, and by how much it is off.
///
/// What an acquirer signed is kept on the continuous clock. So a step of the wall clock shows at
/// once, in both directions, without asking anybody: a clock that is set right is right again.
package final class ClockWatch: Sendable {
    /// How far ours may be off an acquirer's, in either direction: their signatures allow 300 s,
    /// and a request takes its time.
    package static let tolerance: Duration = .seconds(270)
    /// How far the wall clock may lie before the last entry of the journal, which was perhaps written
    /// by one that was a little ahead.
    static let slack: Duration = .seconds(300)
    /// How long a terminal may lie in a cupboard before its clock needs a witness.
    static let longestRest: Duration = .seconds(400 * 24 * 3600)
    /// How old what an acquirer signed may be before it is read again.
    static let freshFor: Duration = .seconds(60)
    /// A step of the wall clock that is worth a row of the journal.
    package static let stepMin: Duration = .seconds(2)

    private struct Reference {
        let time: Timestamp
        let at: Duration
    }

    private struct State {
        var references: [AccountID: Reference] = [:]
        /// Wall time at the zero of the continuous clock.
        var zero: Timestamp
    }

    private let wall: @Sendable () -> Timestamp
    private let continuous: @Sendable () -> Duration
    private let earliest: Timestamp
    private let latest: Timestamp?
    private let state: Mutex<State>

    /// Starts watching.
    ///
    /// - Parameters:
    ///   - wall: the clock that is watched.
    ///   - continuous: a clock that never goes back and counts through suspend.
    ///   - earliest: a time that is over for certain.
    ///   - latest: a time that has not come yet as far as one knows; nil if one knows nothing.
    package init(
        wall: @escaping @Sendable () -> Timestamp, continuous: @escaping @Sendable () -> Duration,
        earliest: Timestamp, latest: Timestamp? = nil
    ) {
        self.wall = wall
        self.continuous = continuous
        self.earliest = earliest
        self.latest = latest
        state = Mutex(State(zero: wall() + (.zero - continuous())))
    }

    /// Starts watching, after what is known from the journal.
    ///
    /// - Parameters:
    ///   - last: the last entry of the journal; nil if there is none or it cannot be read.
    ///   - released: a time before the program was made.
    package convenience init(
        wall: @escaping @Sendable () -> Timestamp, continuous: @escaping @Sendable () -> Duration,
        after last: Timestamp?, released: Timestamp
    ) {
        self.init(
            wall: wall, continuous: continuous,
            earliest: last.map { max(released, $0 + (.zero - Self.slack)) } ?? released,
            latest: last.map { $0 + Self.longestRest })
    }

    /// Keeps what an acquirer's clock says now.
    package func note(_ time: Timestamp, of account: AccountID) {
        let reference = Reference(time: time, at: continuous())
        state.withLock { $0.references[account] = reference }
    }

    /// How far the wall clock is ahead of an acquirer's; nil if that is not known.
    package func offset(of account: AccountID) -> Duration? {
        let reference = state.withLock { $0.references[account] }
        return reference.map { wall().since($0.time + (continuous() - $0.at)) }
    }

    /// Why nothing can be signed for an account; nil if it can, or nobody knows better.
    package func fault(of account: AccountID) -> ClockFault? {
        guard let offset = offset(of: account), !Self.isTolerable(offset) else { return nil }
        return .off(by: offset, account: account)
    }

    /// Why no sale is opened; nil if the clock is plausible or an acquirer confirms it.
    ///
    /// Acquirers know better than a journal that was perhaps written by a wrong clock.
    package var fault: ClockFault? {
        let accounts = state.withLock { Array($0.references.keys) }.sorted { $0.text < $1.text }
        let faults = accounts.map { fault(of: $0) }
        if faults.contains(where: { $0 == nil }) { return nil }
        if let first = faults.compactMap({ $0 }).first { return first }
        let wall = wall()
        if wall < earliest { return .behind(wall: wall, earliest: earliest) }
        if let latest, wall > latest { return .ahead(wall: wall, latest: latest) }
        return nil
    }

    /// The wall clock's time, if an acquirer confirms it; nil if none has said anything or all say
    /// otherwise.
    package var confirmed: Timestamp? {
        let accounts = state.withLock { Array($0.references.keys) }
        return accounts.contains { fault(of: $0) == nil } ? wall() : nil
    }

    /// Whether an acquirer's time is worth reading from a reply.
    func wants(timeOf account: AccountID) -> Bool {
        guard let reference = state.withLock({ $0.references[account] }) else { return true }
        return continuous() - reference.at >= Self.freshFor || fault(of: account) != nil
    }

    /// Whether an acquirer has to be asked for its time: nothing else may leave, or nothing is
    /// known of it and the clock is not plausible.
    package func mustAsk(_ account: AccountID) -> Bool {
        offset(of: account).map { !Self.isTolerable($0) } ?? (fault != nil)
    }

    /// By how much the wall clock was stepped since the last look; nil if it was not.
    package func takeStep() -> Duration? {
        let zero = wall() + (.zero - continuous())
        let step = state.withLock { state in
            defer { state.zero = zero }
            return zero.since(state.zero)
        }
        return step <= .zero - Self.stepMin || step >= Self.stepMin ? step : nil
    }

    private static func isTolerable(_ offset: Duration) -> Bool {
        offset >= .zero - tolerance && offset <= tolerance
    }
}
