// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Owns a framebuffer's descriptor and, where there is one, the map of its memory.
///
/// It belongs to one actor and is closed when that lets go of it.
final class FramebufferMemory {
    let descriptor: Int32
    private let path: String
    private let map: MappedPixels?
    /// What was written where there is no map; nil for what is no device.
    private var written: WrittenLines?
    let calls: any DeviceCalls

    private init(
        descriptor: Int32, path: String, map: MappedPixels?, written: WrittenLines?, calls: any DeviceCalls
    ) {
        self.descriptor = descriptor
        self.path = path
        self.map = map
        self.written = written
        self.calls = calls
    }

    deinit { calls.close(descriptor) }

    /// Opens a device node.
    static func open(device path: String, calls: any DeviceCalls = KernelCalls()) throws(DeviceError) -> Int32 {
        let descriptor = calls.open(path)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: -descriptor, group: "video") }
        return descriptor
    }

    /// Takes an open device and maps its memory if it can; otherwise bytes are written.
    convenience init(
        descriptor: Int32, path: String, facts: FramebufferFacts, access: FramebufferOptions.Access,
        calls: any DeviceCalls = KernelCalls()
    ) {
        let page = UInt(max(1, sysconf(Int32(_SC_PAGESIZE))))
        let start = Int(facts.memoryStart % page)
        var map: MappedPixels?
        if access == .mapped, facts.memoryLength > 0 {
            // Drivers without a map of their own are common since Linux 6.8.
            map = MappedPixels(
                calls, descriptor: descriptor, length: Int(facts.memoryLength) + start, start: start)
        }
        self.init(
            descriptor: descriptor, path: path, map: map, written: map == nil ? WrittenLines(facts) : nil, calls: calls)
    }

    /// Opens a plain file that plays a framebuffer, and makes it as long as one.
    convenience init(file path: String, length: Int) throws(DeviceError) {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: errno, group: "video") }
        var status = stat()
        if fstat(descriptor, &status) == 0, Int(status.st_size) < length, ftruncate(descriptor, off_t(length)) != 0 {
            let number = errno
            _ = Glibc.close(descriptor)
            throw .writeFailed(what: path, errno: number)
        }
        self.init(descriptor: descriptor, path: path, map: nil, written: nil, calls: KernelCalls())
    }

    /// Puts bytes at an offset of the framebuffer.
    ///
    /// - Throws: ``DeviceError/writeFailed(what:errno:)`` or ``DeviceError/gone(_:)``.
    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
        if let map { return try map.put(bytes, at: offset, path: path) }
        if let needed = written?.needed(for: bytes, at: offset) {
            return try needed.bytes.span.bytes.withUnsafeBytes { (source) throws(DeviceError) in
                try write(source, at: needed.offset)
            }
        }
        try write(bytes, at: offset)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
        var done = 0
        while done < bytes.count {
            let count = calls.write(
                UnsafeRawBufferPointer(rebasing: bytes[done...]), to: descriptor, at: offset + done)
            if count == -Int(EINTR) { continue }
            guard count >= 0 else {
                let number = Int32(-count)
                throw number == ENODEV || number == ENXIO ? .gone(path) : .writeFailed(what: path, errno: number)
            }
            guard count > 0 else { throw .writeFailed(what: path, errno: ENOSPC) }
            done += count
        }
    }

    /// Puts bytes of an array at an offset of the framebuffer.
    func put(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DeviceError) {
        try bytes.span.bytes.withUnsafeBytes { (source) throws(DeviceError) in try put(source, at: offset) }
    }

    /// Lets the device see everything that was put so far.
    func finish() { map?.finish() }

    /// Wakes the panel; most drivers cannot and need not.
    func unblank() {
        _ = calls.tell(descriptor, UInt(FBIOBLANK), Int(FB_BLANK_UNBLANK))
    }

    /// Loads a colour map, and tells whether the driver took it.
    func load(_ colors: FramebufferColors) -> Bool {
        colors.load(into: descriptor, calls: calls)
    }

    /// Tells whether the path still leads to what is open.
    func isStillThere() -> Bool {
        guard let open = calls.node(of: descriptor), let named = calls.node(at: path) else { return false }
        return open == named
    }
}
