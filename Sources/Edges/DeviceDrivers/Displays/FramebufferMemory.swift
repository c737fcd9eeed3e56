// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Synchronization

/// Owns a framebuffer's descriptor and, where there is one, the map of its memory.
///
/// It belongs to one actor and is closed when that lets go of it.
final class FramebufferMemory {
    let descriptor: Int32
    private let path: String
    private let map: UnsafeMutableRawPointer?
    private let mapLength: Int
    /// Bytes from the start of the map to the start of the framebuffer.
    private let mapStart: Int

    private init(
        descriptor: Int32,
        path: String,
        map: UnsafeMutableRawPointer? = nil,
        mapLength: Int = 0,
        mapStart: Int = 0
    ) {
        self.descriptor = descriptor
        self.path = path
        self.map = map
        self.mapLength = mapLength
        self.mapStart = mapStart
    }

    deinit {
        if let map { munmap(map, mapLength) }
        _ = Glibc.close(descriptor)
    }

    /// Opens a device node.
    static func open(device path: String) throws(DeviceError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: errno, group: "video") }
        return descriptor
    }

    /// Takes an open device and maps its memory if it can; otherwise bytes are written.
    convenience init(descriptor: Int32, path: String, facts: FramebufferFacts, access: FramebufferOptions.Access) {
        let page = UInt(max(1, sysconf(Int32(_SC_PAGESIZE))))
        let start = Int(facts.memoryStart % page)
        let length = Int(facts.memoryLength) + start
        if access == .mapped, facts.memoryLength > 0 {
            let map = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
            if let map, map != MAP_FAILED {
                self.init(descriptor: descriptor, path: path, map: map, mapLength: length, mapStart: start)
                return
            }
        }
        // Drivers without a map of their own are common since Linux 6.8.
        self.init(descriptor: descriptor, path: path)
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
        self.init(descriptor: descriptor, path: path)
    }

    /// Puts bytes at an offset of the framebuffer.
    ///
    /// - Throws: ``DeviceError/writeFailed(what:errno:)`` or ``DeviceError/gone(_:)``.
    func put(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DeviceError) {
        if let map {
            guard offset >= 0, mapStart + offset + bytes.count <= mapLength else {
                throw .writeFailed(what: path, errno: EFAULT)
            }
            bytes.withUnsafeBytes { source in
                guard let start = source.baseAddress else { return }
                (map + mapStart + offset).copyMemory(from: start, byteCount: source.count)
            }
            return
        }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { source in
                pwrite(descriptor, source.baseAddress.map { $0 + done }, source.count - done, off_t(offset + done))
            }
            if count < 0 {
                let number = errno
                if number == EINTR { continue }
                throw number == ENODEV || number == ENXIO ? .gone(path) : .writeFailed(what: path, errno: number)
            }
            guard count > 0 else { throw .writeFailed(what: path, errno: ENOSPC) }
            done += count
        }
    }

    /// Lets the device see everything that was put so far.
    func finish() {
        // On ARM the map is write-combining.
        if map != nil { atomicMemoryFence(ordering: .releasing) }
    }

    /// Wakes the panel; most drivers cannot and need not.
    func unblank() {
        _ = tilld_ioctl_value(descriptor, UInt(FBIOBLANK), Int(FB_BLANK_UNBLANK))
    }

    /// Loads a palette in which every value is its own grey.
    func loadGreys() {
        let ramp = (0..<256).map { UInt16($0 * 257) }
        var red = ramp
        var green = ramp
        var blue = ramp
        red.withUnsafeMutableBufferPointer { red in
            green.withUnsafeMutableBufferPointer { green in
                blue.withUnsafeMutableBufferPointer { blue in
                    var map = fb_cmap(
                        start: 0,
                        len: 256,
                        red: red.baseAddress,
                        green: green.baseAddress,
                        blue: blue.baseAddress,
                        transp: nil
                    )
                    _ = tilld_ioctl_pointer(descriptor, UInt(FBIOPUTCMAP), &map)
                }
            }
        }
    }

    /// Tells whether the path still leads to what is open.
    func isStillThere() -> Bool {
        var open = stat()
        var named = stat()
        guard fstat(descriptor, &open) == 0, stat(path, &named) == 0 else { return false }
        return open.st_ino == named.st_ino && open.st_dev == named.st_dev && open.st_rdev == named.st_rdev
    }
}
