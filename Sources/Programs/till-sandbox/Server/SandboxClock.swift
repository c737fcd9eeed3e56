// SPDX-License-Identifier: Apache-2.0

import Foundation
import SandboxAcquirer
import Synchronization

/// The sandbox's time: the machine's clock and an offset, or a time that stands still until it is moved.
///
/// It is kept in the books, so that it does not go back when the sandbox starts again.
final class SandboxClock: Sendable {
    private static let offsetName = "clock_offset_ms"
    private static let timeName = "virtual_time_ms"

    /// Whether time stands still between steps.
    let isVirtual: Bool
    private let books: Books
    /// The time, or with a running clock the offset, in milliseconds.
    private let value: Mutex<Int64>

    /// Goes on from the time that the books keep; a virtual time that is new starts with the machine's clock.
    init(books: Books, isVirtual: Bool) throws {
        self.books = books
        self.isVirtual = isVirtual
        let start =
            isVirtual ? try books.setting(Self.timeName) ?? Self.machineTime() : try books.setting(Self.offsetName) ?? 0
        value = Mutex(start)
    }

    /// Milliseconds since 1970 UTC.
    var now: Int64 {
        let value = value.withLock { $0 }
        return isVirtual ? value : Self.machineTime() + value
    }

    /// How far the machine's clock is ahead of the sandbox's time, in milliseconds; zero where they are one.
    var skew: Int64 {
        let value = value.withLock { $0 }
        return isVirtual ? Self.machineTime() - value : -value
    }

    /// Moves time on to a moment; a moment that has passed changes nothing.
    func advance(to time: Int64) throws {
        let kept = value.withLock { value in
            let now = isVirtual ? value : Self.machineTime() + value
            value += max(0, time - now)
            return value
        }
        try books.set(isVirtual ? Self.timeName : Self.offsetName, kept)
    }

    private static func machineTime() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
