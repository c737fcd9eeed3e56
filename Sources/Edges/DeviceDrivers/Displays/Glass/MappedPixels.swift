// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// Owns a map of a device's memory.
final class MappedPixels {
    private let calls: any DeviceCalls
    private let memory: UnsafeMutableRawPointer
    private let length: Int
    /// Bytes from the start of the map to the first pixel.
    private let start: Int

    /// Maps memory; nil if the device has none to map.
    init?(_ calls: any DeviceCalls, descriptor: Int32, length: Int, offset: Int = 0, start: Int = 0) {
        guard length > 0, let memory = calls.map(descriptor, length: length, offset: offset) else { return nil }
        self.calls = calls
        self.memory = memory
        self.length = length
        self.start = start
    }

    deinit { calls.unmap(memory, length: length) }

    /// Puts bytes at an offset from the first pixel.
    ///
    /// - Throws: ``DeviceError/gone(_:)`` if the memory is no longer there.
    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int, path: String) throws(DeviceError) {
        guard offset >= 0, start + offset + bytes.count <= length else {
            throw .writeFailed(what: path, errno: EFAULT)
        }
        guard calls.copy(bytes, to: memory + start + offset) == 0 else { throw .gone(path) }
    }

    /// Lets the device see everything that was put so far.
    func finish() {
        // On ARM the map is write-combining.
        atomicMemoryFence(ordering: .releasing)
    }
}
