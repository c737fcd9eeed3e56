// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// Spares an acquirer that does not answer, and the terminal's patience.
///
/// ```
///  closed ──five failures in a row──▶ open for a while ──▶ one may try ──▶ closed
///                                                          ▲      │ failed: another one, three in all
///                                                          │      ▼
///                                                          └── open, longer
/// ```
package struct CircuitBreaker: Sendable, Hashable {
    /// Failures in a row that open it.
    package static let failuresMax = 5
    /// The longest rest, so that a payment is known within ten seconds of a calm network.
    package static let longestRest: Duration = .seconds(8)
    /// Requests that may try after a rest, one after the other: an order that the acquirer chokes on says nothing
    /// about the way to it.
    package static let trialsMax = 3

    private var failures = 0
    private var restsUntil: Timestamp?
    private var hasPermit = false
    /// Whether a request is under way that was let through after a rest.
    private var isTrying = false
    /// Those of them that failed since the last rest.
    private var failedTrials = 0
    /// Whether others that were held back may go.
    private var isFreed = false

    package init() {}

    /// Whether requests are held back as long as nobody tries.
    package var isOpen: Bool { restsUntil != nil }

    /// When the next request may go; nil if at once.
    package func rest(at now: Timestamp) -> Timestamp? {
        restsUntil.flatMap { now < $0 ? $0 : nil }
    }

    /// Lets one request through after a rest, and holds the others back until its answer is due.
    package mutating func admit(at now: Timestamp) {
        guard let until = restsUntil else { return }
        // One that a person wants in the middle of a rest tries nothing for others.
        isTrying = until <= now
        restsUntil = now + Self.longestRest
        isFreed = false
    }

    /// Lets one request through in the middle of a rest, because a person wants it.
    mutating func permitOne(at now: Timestamp) { hasPermit = rest(at: now) != nil }

    /// Uses the permit up, if there is one.
    mutating func takePermit() -> Bool {
        defer { hasPermit = false }
        return hasPermit
    }

    /// Notes that a request which was let through did not go out: another may.
    mutating func withdrawn(at now: Timestamp) {
        if restsUntil != nil { free(at: now) }
    }

    /// Tells once that others which were held back may go.
    mutating func takeFreed() -> Bool {
        defer { isFreed = false }
        return isFreed
    }

    private mutating func free(at now: Timestamp) {
        restsUntil = now
        isTrying = false
        isFreed = true
    }

    /// Notes that the acquirer answered, whatever it said; says whether that closed it.
    package mutating func succeeded() -> Bool {
        defer { self = CircuitBreaker() }
        return isOpen
    }

    /// Notes that it did not.
    package mutating func failed(at now: Timestamp) {
        if isTrying, failedTrials + 1 < Self.trialsMax {
            failedTrials += 1
            return free(at: now)
        }
        isTrying = false
        failedTrials = 0
        failures += 1
        guard failures >= Self.failuresMax else { return }
        let doublings = min(failures - Self.failuresMax, 3)
        restsUntil = now + min(.seconds(1 << doublings), Self.longestRest)
    }
}

/// The breakers of all accounts. Losing them costs a few requests.
package final class Breakers: Sendable {
    private let breakers = Mutex<[AccountID: CircuitBreaker]>([:])

    package init() {}

    /// Whether an account's breaker is open, for health.
    package func isOpen(_ account: AccountID) -> Bool {
        breakers.withLock { $0[account]?.isOpen ?? false }
    }

    /// Admits a request, or says when the next one may go.
    func admit(_ account: AccountID, at now: Timestamp) -> Timestamp? {
        breakers.withLock { breakers in
            var breaker = breakers[account] ?? CircuitBreaker()
            if let rest = breaker.rest(at: now), !breaker.takePermit() { return rest }
            breaker.admit(at: now)
            breakers[account] = breaker
            return nil
        }
    }

    /// Lets one request of each account through in the middle of its rest.
    func permitOne(_ accounts: Set<AccountID>, at now: Timestamp) {
        breakers.withLock { breakers in
            for account in accounts { breakers[account]?.permitOne(at: now) }
        }
    }

    /// Notes that a request which was let through did not go out.
    func withdraw(_ account: AccountID, at now: Timestamp) {
        breakers.withLock { $0[account]?.withdrawn(at: now) }
    }

    /// Whether others that were held back may go, which is told once.
    func takeFreed() -> Bool {
        breakers.withLock { breakers in
            var isFreed = false
            for account in breakers.keys where breakers[account]?.takeFreed() == true { isFreed = true }
            return isFreed
        }
    }

    /// The accounts that are spared, and until when.
    func rests(at now: Timestamp) -> [AccountID: Timestamp] {
        breakers.withLock { $0.compactMapValues { $0.rest(at: now) } }
    }

    /// Notes how a request ended; says whether the way to the acquirer has just come back.
    func note(_ account: AccountID, answered: Bool, at now: Timestamp) -> Bool {
        breakers.withLock { breakers in
            var breaker = breakers[account] ?? CircuitBreaker()
            defer { breakers[account] = breaker }
            if answered { return breaker.succeeded() }
            breaker.failed(at: now)
            return false
        }
    }
}
