// SPDX-License-Identifier: Apache-2.0

/// Memory of a device that is played; every byte is 0xAA until it is written.
final class PlayedMemory: Sendable {
    private let place: UInt
    let count: Int

    init(_ count: Int) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, count), alignment: 4096)
        memory.initializeMemory(as: UInt8.self, repeating: 0xAA, count: count)
        place = UInt(bitPattern: memory)
        self.count = count
    }

    deinit { start?.deallocate() }

    var start: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: place) }
    var bytes: [UInt8] { start.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) } ?? [] }
}
