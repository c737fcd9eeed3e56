// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import TillCore
import TillStore

/// A till that sells without end until somebody kills it, and says what it believes to be saved.
///
/// ```
/// ledger-victim <ledger file> <seed>
/// opened <order>         after the COMMIT that opened it
/// paid <order>           after the COMMIT that recorded its money
/// ```
/// With `LEDGER_VICTIM_SPEAKS=before` it says `opened` before it even asks for that COMMIT: the
/// mistake that the test has to notice. With `LEDGER_VICTIM_ROOM=RESERVE,BALLAST` in bytes it
/// watches its disk, says `full` when no new sale is taken, and ends well with what is open.
@main
struct LedgerVictim {
    /// What it exits with when another process has the ledger.
    static let inUse: Int32 = 75
    /// What it exits with when the ledger cannot be used.
    static let unusable: Int32 = 74

    private let ledger: Ledger
    private let speaksBefore: Bool

    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let seed = UInt64(arguments[2]) else {
            say("usage: ledger-victim <ledger file> <seed>")
            exit(64)
        }
        // A file that grows beyond a limit is an error of the write, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let ledger = try Ledger(
                path: arguments[1], terminal: "T-1", version: "victim", clocks: clocks(seed),
                room: room, onFault: { _ in exit(unusable) })
            try await ledger.recover()
            let before = ProcessInfo.processInfo.environment["LEDGER_VICTIM_SPEAKS"] == "before"
            try await LedgerVictim(ledger: ledger, speaksBefore: before).sell(as: seed)
            try ledger.close()
        } catch LedgerError.inUse {
            say("in use")
            exit(inUse)
        } catch {
            say("\(error)")
            exit(unusable)
        }
    }

    private func sell(as seed: UInt64) async throws {
        try await withThrowingTaskGroup(of: Void.self) { cashiers in
            for cashier in 1...3 {
                cashiers.addTask {
                    do {
                        for sale in 1...100_000 {
                            try await sell(reference: "\(seed)-\(cashier)-\(sale)", sale)
                        }
                    } catch LedgerError.diskFull {
                        Self.say("full")
                    }
                }
            }
            try await cashiers.waitForAll()
        }
    }

    private func sell(reference: String, _ number: Int) async throws {
        if speaksBefore { Self.say("opened \(reference)") }
        let key = IdempotencyKey(route: "POST /v1/orders", key: reference, body: [])
        let order = try await ledger.open(
            Sale(
                amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300),
                reference: reference),
            key: key, by: "victim", limit: .max
        ).order
        if !speaksBefore { Self.say("opened \(reference)") }
        let attempt = order.attempts[0].reference
        try await ledger.record(.attempt(attempt, .asking), about: order.id)
        if number % 4 == 0 { return }
        try await ledger.record(
            .attempt(attempt, .codeIssued(PaymentCode("https://pay.example/\(reference)"))),
            about: order.id)
        if number % 4 == 1 { return }
        let payment = Payment(acquirerReference: reference, amount: order.amount)
        try await ledger.record(
            .attempt(attempt, .outcome(.paid(payment), .query)), about: order.id)
        Self.say("paid \(reference)")
        if number % 4 == 3 {
            _ = try await ledger.accept(
                .refund(nil, note: "cold"), about: order.id, key: nil, by: "victim")
        }
    }

    private static var room: DiskRoom? {
        let text = ProcessInfo.processInfo.environment["LEDGER_VICTIM_ROOM"] ?? ""
        let bytes = text.split(separator: ",").compactMap { Int64($0) }
        guard bytes.count == 2 else { return nil }
        return DiskRoom(
            reserve: bytes[0], ballast: bytes[1], free: { DiskRoom.systemFree($0) })
    }

    /// Writes a line at once: what is in a buffer when the end comes was never said.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }

    private static func clocks(_ seed: UInt64) -> LedgerClocks {
        let random = Mutex(seed &* 0x9E37_79B9_7F4A_7C15)
        return LedgerClocks(
            wall: { Timestamp(milliseconds: read(CLOCK_REALTIME).components.seconds * 1000) },
            continuous: { read(CLOCK_BOOTTIME) },
            randomBytes: { count in
                random.withLock { state in
                    (0..<count).map { _ in
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return UInt8(truncatingIfNeeded: state >> 56)
                    }
                }
            })
    }

    private static func read(_ clock: clockid_t) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
