// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// The calls as this machine's kernel answers them.
struct KernelCalls: DeviceCalls {
    func open(_ path: String) -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        return descriptor >= 0 ? descriptor : -errno
    }

    func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    func node(at path: String) -> DeviceNode? {
        var status = stat()
        return stat(path, &status) == 0 ? DeviceNode(status) : nil
    }

    func node(of descriptor: Int32) -> DeviceNode? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? DeviceNode(status) : nil
    }

    func map(_ descriptor: Int32, length: Int, offset: Int) -> UnsafeMutableRawPointer? {
        let memory = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(offset))
        return memory == MAP_FAILED ? nil : memory
    }

    func unmap(_ memory: UnsafeMutableRawPointer, length: Int) { munmap(memory, length) }

    func copy(_ bytes: UnsafeRawBufferPointer, to memory: UnsafeMutableRawPointer) -> Int32 {
        guard let start = bytes.baseAddress else { return 0 }
        return tilld_copy(memory, start, bytes.count)
    }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int) -> Int {
        let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
        return count >= 0 ? count : -Int(errno)
    }

    func read(_ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int) -> Int {
        let count = pread(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
        return count >= 0 ? count : -Int(errno)
    }

    func ask(_ descriptor: Int32, _ request: UInt, _ argument: UnsafeMutableRawPointer) -> Int32 {
        tilld_ioctl_pointer(descriptor, request, argument)
    }

    func tell(_ descriptor: Int32, _ request: UInt, _ argument: Int) -> Int32 {
        tilld_ioctl_value(descriptor, request, argument)
    }
}

extension DeviceNode {
    fileprivate init(_ status: stat) {
        self.init(volume: UInt64(status.st_dev), inode: UInt64(status.st_ino), device: UInt64(status.st_rdev))
    }
}
