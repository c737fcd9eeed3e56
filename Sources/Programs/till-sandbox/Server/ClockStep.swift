// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// What `POST /sandbox/clock` asks for, one of three.
struct ClockStep: Decodable {
    /// How far time moves: 86400000 is a day.
    var advance_ms: Int64?
    /// The moment that time moves to, RFC 3339.
    var to: String?
    /// Whether time moves to what is due next.
    var next: Bool?

    /// The furthest that one step moves the time, in milliseconds: a year.
    static let longest: Int64 = 366 * 86_400_000

    /// How far time has to move, in milliseconds.
    ///
    /// - Parameter due: When something happens next, in milliseconds since 1970 UTC; nil when nothing will.
    /// - Throws: ``SandboxFault/refused(_:)`` for what cannot be done.
    func distance(from now: Int64, nextDue due: Int64?) throws -> Int64 {
        switch (advance_ms, to, next) {
        case (let step?, nil, nil):
            guard (0...Self.longest).contains(step) else {
                throw SandboxFault.refused("advance_ms: send 0 to \(Self.longest)")
            }
            return step
        case (nil, let text?, nil):
            guard let time = RFC3339.milliseconds(text) else {
                throw SandboxFault.refused("to: send a time as in 2026-03-01T09:30:00+08:00")
            }
            guard time >= now else {
                throw SandboxFault.refused("time never goes back: it is \(RFC3339.text(now)) now")
            }
            guard time - now <= Self.longest else {
                throw SandboxFault.refused(
                    "to: one step is a year at most, so send \(RFC3339.text(now + Self.longest)) or less")
            }
            return time - now
        case (nil, nil, true?):
            guard let due else { throw SandboxFault.refused("nothing is due by itself: no time to move to") }
            return max(0, due - now)
        default:
            throw SandboxFault.refused("send advance_ms, to or next, one of them")
        }
    }
}
