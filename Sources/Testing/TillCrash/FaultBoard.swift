// SPDX-License-Identifier: Apache-2.0

import CFaultBoard
import Foundation

/// The page that is shared with the shim in the daemon.
final class FaultBoard {
    private let page: UnsafeMutablePointer<tilld_fault_board>

    /// What is done at a call.
    enum Action: UInt32, CaseIterable, Sendable {
        case count = 0
        case killBefore = 1
        case killHalf = 2
        case killAfter = 3
        case error = 4
        case short = 5
        case hold = 6
        case holdError = 7
    }

    /// What a disk does with what was written when the power fails.
    enum Disk: UInt32, Sendable {
        case safe = 0
        case honest = 1
        case lying = 2
        case late = 3

        /// Whether it loses what it said was saved: then a run has to find that.
        var isBad: Bool { self == .lying || self == .late }
    }

    /// Kinds of descriptors.
    enum Kind: Int, CaseIterable, Sendable {
        case ledger, log, beside, paper, screen, tcp, local

        var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    /// Calls.
    enum Call: Int, CaseIterable, Sendable {
        case open, close, write, sync, truncate, unlink, rename, read, socket, bind, accept, connect, send, receive

        var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    /// Makes the page.
    init(_ path: String) throws {
        let size = MemoryLayout<tilld_fault_board>.size
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        guard file >= 0, ftruncate(file, size) == 0,
            let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED
        else { throw CrashFault("there is no board at \(path)") }
        page = mapped.bindMemory(to: tilld_fault_board.self, capacity: 1)
    }

    deinit { munmap(page, MemoryLayout<tilld_fault_board>.size) }

    /// Waits for the `at`th call of these kinds from now on.
    func arm(
        _ action: Action, at: Int, of calls: [Call], on kinds: [Kind], error: Int32 = 0, lasts: Bool = false
    ) {
        tilld_fault_arm(
            page, kinds.reduce(0) { $0 | $1.bit }, calls.reduce(0) { $0 | $1.bit }, action.rawValue, error,
            lasts ? 1 : 0, UInt64(at))
    }

    /// Lets all calls pass.
    func disarm() { tilld_fault_disarm(page) }
    /// Lets the held call go.
    func letGo() { tilld_fault_let_go(page) }
    /// How the disk behaves from now on.
    func set(_ disk: Disk) { page.pointee.disk = disk.rawValue }

    /// Calls that were waited for, since the board was armed.
    var seen: Int { Int(tilld_fault_read64(&page.pointee.seen)) }
    /// How often it happened.
    var hits: Int { Int(tilld_fault_read64(&page.pointee.hits)) }
    /// Messages that left after it.
    var sentAfter: Int { Int(tilld_fault_read64(&page.pointee.sent_after)) }
    /// Writes to the ledger after it.
    var wroteAfter: Int { Int(tilld_fault_read64(&page.pointee.wrote_after)) }
    /// When it happened first.
    var hitAt: Duration { .nanoseconds(Int64(tilld_fault_read64(&page.pointee.hit_at))) }
    /// Whether a call is held.
    var isHeld: Bool { tilld_fault_read32(&page.pointee.is_held) != 0 }
    /// What it happened to, for people.
    var what: String {
        let kind = Kind(rawValue: Int(page.pointee.hit_kind)).map { "\($0)" } ?? "?"
        let call = Call(rawValue: Int(page.pointee.hit_call)).map { "\($0)" } ?? "?"
        return "\(call) of \(kind)"
    }
    /// All calls since the page was made.
    func tallied(_ call: Call, _ kind: Kind) -> Int {
        Int(tilld_fault_tallied(page, Int32(kind.rawValue), Int32(call.rawValue)))
    }
}
