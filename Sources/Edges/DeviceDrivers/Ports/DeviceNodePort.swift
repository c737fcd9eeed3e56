// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Reaches a printer through its character device, such as `/dev/usb/lp0`.
///
/// The kernel takes at most one request at a time and kills it when the device is closed, so writes
/// are small, and closing waits until the last one has left.
/// Source: Linux, `drivers/usb/class/usblp.c`.
package actor DeviceNodePort: DevicePort {
    /// The address as the configuration has it.
    package nonisolated let name: String
    private let place: DevicePlace
    private let locks: DeviceLocks?
    private let thread: DeviceThread
    private var descriptor: Descriptor?
    private var lock: DeviceLock?
    private var early: [UInt8] = []
    private var isTwoWay = false
    private var opened: DeviceIdentity?

    /// The bytes of one write, so that it is known how many a device did not take.
    private static let chunk = 4096
    /// `LPABORT` of `linux/lp.h`: report a lack of paper instead of waiting for ever.
    private static let abortOnError: UInt = 0x0604
    /// `LPGETSTATUS` of `linux/lp.h`: the wires of a parallel port, which USB printers play.
    private static let portStatus: UInt = 0x060B
    private static let patienceOfClose = Duration.seconds(3)

    /// Names the device by its node.
    package init(path: String) {
        self.init(name: "usb:\(path)", place: DevicePlace(path: path), locks: nil)
    }

    /// Names the device by what it is.
    ///
    /// - Parameters:
    ///   - place: where it is looked for, also when it has been plugged in elsewhere.
    ///   - locks: the folders in which programs say what they use; nil leaves it to the device node.
    package init(name: String, place: DevicePlace, locks: DeviceLocks?) {
        self.name = name
        self.place = place
        self.locks = locks
        thread = DeviceThread(label: name)
    }

    /// The device's own thread, where calls may block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Opens the device for this process alone and finds out whether it can answer.
    package func open() throws(DeviceError) -> PortDirection {
        let path = try place.path()
        let identity = place.identity(of: path)
        let held = try locks.map { locks throws(DeviceError) in
            try locks.take(identity, terminal: nil, name: name)
        }
        let number = Glibc.open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard number >= 0 else { throw place.opening(path, errno: errno, group: "lp") }
        let opened = Descriptor(owning: number, name: name)
        var facts = stat()
        guard fstat(number, &facts) == 0, facts.st_mode & S_IFMT == S_IFCHR else {
            throw .mismatch("\(path) is no device: write file:\(path) if it is a file")
        }
        try opened.lock()
        // Devices of other kinds refuse the request, and need none.
        _ = tilld_ioctl_value(number, Self.abortOnError, 1)
        let direction = try Self.direction(of: opened, early: &early)
        isTwoWay = direction == .twoWay
        self.opened = identity
        descriptor = consume opened
        lock = consume held
        return direction
    }

    /// Hands bytes over and returns how many were taken.
    package func write(_ bytes: [UInt8], within patience: Duration) throws(DeviceError) -> Int {
        var written = 0
        while written < bytes.count {
            do {
                let count = try writeOnce(bytes[written...].prefix(Self.chunk), within: patience)
                if count == 0 { return written }
                written += count
            } catch {
                // What was taken is told first; the next call meets the error again.
                if written > 0 { return written }
                throw error
            }
        }
        return written
    }

    /// Returns what the device has sent; nothing if nothing came in time.
    package func read(upTo limit: Int, within patience: Duration) throws(DeviceError) -> [UInt8] {
        if !early.isEmpty {
            let bytes = Array(early.prefix(limit))
            early.removeFirst(bytes.count)
            return bytes
        }
        guard descriptor != nil else { throw .gone(name) }
        guard isTwoWay else {
            _ = poll(nil, 0, Descriptor.milliseconds(patience))
            return []
        }
        let events = descriptor?.wait(for: POLLIN, within: patience) ?? 0
        guard events != 0 else { return [] }
        switch descriptor?.read(upTo: limit) {
        case .success(.some(let bytes)): return bytes
        case .failure(let error) where error.isPassing: return []
        case .failure(let error):
            throw descriptor?.failure("read", errno: error.number) ?? .gone(name)
        case .success(.none), .none:
            if events & (POLLHUP | POLLERR) != 0 { throw .gone(name) }
            return []
        }
    }

    /// Waits until everything that was handed over has left this machine.
    package func flush(within patience: Duration) throws(DeviceError) {
        let events = descriptor?.wait(for: POLLOUT, within: patience) ?? POLLERR
        if events & (POLLERR | POLLHUP | POLLNVAL) != 0 { throw .gone(name) }
        guard events & POLLOUT != 0 else { throw .timedOut(name) }
    }

    /// Closes the device when the last request has left.
    package func close() {
        // A request that is still on its way would be killed.
        _ = descriptor?.wait(for: POLLOUT, within: Self.patienceOfClose)
        descriptor = nil
        lock = nil
        early = []
    }

    /// Which device is open, or would be.
    package func identity() -> DeviceIdentity? { descriptor == nil ? place.look() : opened }

    /// What the wires of a parallel port would say; cheap printers always say the same.
    package func hint() -> PortHint {
        guard let number = descriptor?.number else { return .none }
        var wires: Int32 = 0
        guard tilld_ioctl_pointer(number, Self.portStatus, &wires) == 0 else { return .none }
        if wires & 0x20 != 0 { return .paperIsOut }
        return wires & 0x08 == 0 ? .fault : .none
    }

    private func writeOnce(
        _ bytes: ArraySlice<UInt8>, within patience: Duration
    ) throws(DeviceError) -> Int {
        guard let number = descriptor?.number else { throw .gone(name) }
        let events = descriptor?.wait(for: POLLOUT, within: patience) ?? 0
        if events & (POLLERR | POLLHUP | POLLNVAL) != 0, events & POLLOUT == 0 { throw .gone(name) }
        guard events & POLLOUT != 0 else { return 0 }
        let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
        guard count < 0 else { return count }
        switch errno {
        case EAGAIN, EINTR: return 0
        case ENOSPC:
            // Out of paper: the device says at once what others wait with.
            _ = poll(nil, 0, Descriptor.milliseconds(patience))
            return 0
        case let number: throw descriptor?.failure("write", errno: number) ?? .gone(name)
        }
    }

    /// Finds out whether the device can answer: one that cannot refuses to be read.
    private static func direction(
        of descriptor: borrowing Descriptor, early: inout [UInt8]
    ) throws(DeviceError) -> PortDirection {
        early = []
        switch descriptor.read(upTo: 256) {
        case .success(let bytes):
            early = bytes ?? []
            return .twoWay
        case .failure(let error) where error.isPassing: return .twoWay
        case .failure(let error) where error.number == EINVAL: return .oneWay
        case .failure(let error): throw descriptor.failure("read", errno: error.number)
        }
    }
}
