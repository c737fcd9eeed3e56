// SPDX-License-Identifier: Apache-2.0

import CSimulatedDisk
import Foundation
import Synchronization

/// A disk in memory on which a ledger lies, with a power switch and faults.
///
/// The ledger opens its path as always; only its lock is a real file.
package final class SimulatedDisk: Sendable {
    /// Where the ledger is to be opened.
    package let path: String
    private let folder: String
    private let number: Int32

    private static let made = Atomic<Int>(0)

    /// Makes an empty disk, the first time of the process also the way to it.
    ///
    /// - Throws: ``SimulationError``, or what Foundation throws when a folder cannot be made.
    package init(seed: UInt64) throws {
        guard simdisk_install() == 0 else { throw SimulationError.noDisk("it cannot be registered with SQLite") }
        let count = Self.made.wrappingAdd(1, ordering: .relaxed).newValue
        folder = FileManager.default.temporaryDirectory.appending(path: "till-disk-\(getpid())-\(count)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = "\(folder)/ledger.sqlite"
        number = simdisk_make(path, seed)
        guard number >= 0 else { throw SimulationError.noDisk("there are too many") }
    }

    deinit {
        simdisk_free(number)
        // What cannot be removed lies in the system's own folder for such things.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Takes away what the ledger keeps beside itself on the real disk, to know an older copy by.
    package func forgetAnchor() {
        // There is none before the first start.
        try? FileManager.default.removeItem(atPath: "\(path).head")
    }

    /// Arms a fault; one that was armed before is disarmed.
    package func arm(_ fault: DiskFault) {
        simdisk_arm(number, fault.operation.code, fault.at, fault.kind.code, fault.isLasting ? 1 : 0)
    }

    /// Takes an armed fault back, and forgets whether it struck.
    package func disarm() { simdisk_arm(number, 0, 0, 0, 0) }

    /// What the armed fault has struck; nil if it has not.
    package var struck: StruckFile? {
        switch simdisk_struck(number) {
        case 0: nil
        case 2: .log
        default: .database
        }
    }

    /// How far it keeps what it promises.
    package func trust(_ trust: DiskTrust) { simdisk_trust(number, trust.code) }

    /// Makes everything durable that was written.
    package func flush() { simdisk_flush(number) }

    /// Lets everything end: with the power, or only the process.
    package func die(power: Bool) { if power { simdisk_cut_power(number) } else { simdisk_kill(number) } }

    /// Whether nothing runs.
    package var isOff: Bool { simdisk_is_off(number) != 0 }

    /// Starts again.
    package func start() { simdisk_start(number) }

    /// How often an operation was done.
    package func count(_ operation: DiskOperation) -> UInt64 { simdisk_count(number, operation.code) }

    /// Sectors whose news a power cut has lost.
    package var lostSectors: UInt64 { simdisk_lost(number) }

    /// Sectors that a power cut left half new.
    package var tornSectors: UInt64 { simdisk_torn(number) }

    /// Asks the ledger's file, which nobody may have open, for one value.
    ///
    /// - Throws: ``SimulationError/unreadable(_:)``.
    package func ask(_ sql: String) throws(SimulationError) -> String {
        var answer = [CChar](repeating: 0, count: 512)
        let code = simdisk_ask(path, sql, &answer, Int32(answer.count))
        let text = String(decoding: answer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard code == 0 else { throw .unreadable(text) }
        return text
    }
}
