// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// The memory of a display that is a file, seen by somebody else than the daemon.
final class GlassFile {
    /// Where it is.
    let path: String
    private let pixels: UnsafeMutableRawPointer

    /// Pixels a line.
    static let width = 800
    /// Lines.
    static let height = 480
    /// Bytes, four a pixel.
    static let bytes = 4 * width * height

    /// Makes it, black, with the description that the daemon reads beside it.
    ///
    /// - Parameter name: what tells it from those of other benches.
    /// - Throws: ``BenchFault/missing(_:)`` if it cannot be made.
    init(_ name: String) throws(BenchFault) {
        // In memory, as a display's is.
        let place = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        path = "\(place)/till-bench-\(getpid())-\(name)"
        let description = #"{"width":\#(Self.width),"height":\#(Self.height),"bpp":32}"#
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        guard file >= 0, ftruncate(file, Self.bytes) == 0,
            FileManager.default.createFile(atPath: "\(path).json", contents: Data(description.utf8)),
            let mapped = mmap(nil, Self.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED
        else { throw .missing("\(path) cannot be made") }
        pixels = mapped
        Leavings.note(folder: path)
        Leavings.note(folder: "\(path).json")
    }

    deinit {
        munmap(pixels, Self.bytes)
        Leavings.remove(folder: path)
        Leavings.remove(folder: "\(path).json")
    }

    /// The last pixel, which is sent last.
    var last: UInt32 {
        // Another process writes it: it is read anew each time, through a call that nobody sees through.
        var pixel: UInt32 = 0
        memcpy(&pixel, pixels + (Self.bytes - 4), 4)
        atomicMemoryFence(ordering: .acquiring)
        return pixel
    }

    /// All pixels.
    var picture: [UInt32] {
        atomicMemoryFence(ordering: .acquiring)
        return Array(UnsafeRawBufferPointer(start: pixels, count: Self.bytes).bindMemory(to: UInt32.self))
    }

    /// Copies bytes into it, as the yardstick does.
    func copy(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        guard let start = bytes.baseAddress, offset + bytes.count <= Self.bytes else { return }
        memcpy(pixels + offset, start, bytes.count)
    }
}
