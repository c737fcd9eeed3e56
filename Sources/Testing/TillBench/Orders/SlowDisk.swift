// SPDX-License-Identifier: Apache-2.0

import CFaultBoard
import Foundation

/// A disk that takes longer for each sync than the machine's own, such as the card of a small terminal.
///
/// A library that stands before the C library of a program has each of its syncs take longer; what is synced is synced.
final class SlowDisk {
    private let path: String
    private let shim: String
    private let page: UnsafeMutablePointer<tilld_fault_board>

    /// Makes one.
    ///
    /// - Parameters:
    ///   - seconds: how much longer a sync takes.
    ///   - folder: where the page lies that says so.
    /// - Throws: ``BenchFault/missing(_:)`` if the library is not built, or the page cannot be made.
    init(_ seconds: Double, in folder: String) throws(BenchFault) {
        path = "\(folder)/slow-disk-\(getpid())"
        shim = try Programs.built("libFaultShim.so")
        let size = MemoryLayout<tilld_fault_board>.size
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        guard file >= 0, ftruncate(file, size) == 0,
            let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED
        else { throw .missing("\(path) cannot be made: look at the disk") }
        page = mapped.bindMemory(to: tilld_fault_board.self, capacity: 1)
        let kinds = tilld_fault_ledger | tilld_fault_log | tilld_fault_beside
        tilld_fault_slow_down(page, UInt32(kinds), UInt32(tilld_fault_sync), UInt64(seconds * 1e9))
    }

    deinit {
        munmap(page, MemoryLayout<tilld_fault_board>.size)
        unlink(path)
    }

    /// Syncs that took longer so far, in all programs on it.
    var syncs: Int { Int(tilld_fault_read64(&page.pointee.hits)) }

    /// The environment of a program on it.
    ///
    /// - Parameter ledger: the file whose syncs take longer, with all that lies beside it.
    func environment(ledger: String) -> [String: String] {
        ["LD_PRELOAD": shim, "TILL_FAULT_BOARD": path, "TILL_FAULT_LEDGER": ledger]
    }
}
