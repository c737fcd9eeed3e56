// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Reaches a printer through a serial line, a USB adapter for one, or Bluetooth.
///
/// The queue of the system is kept short, so that a question never stands behind seconds of data and
/// little is lost that was counted as written.
package actor SerialPort: DevicePort {
    /// The address as the configuration has it.
    package nonisolated let name: String
    /// How bytes go through it: a loss of power is not seen.
    package nonisolated let manner: PortManner
    private let place: DevicePlace
    private let setting: SerialSetting
    private let locks: DeviceLocks
    private let thread: DeviceThread
    private var descriptor: Descriptor?
    private var lock: DeviceLock?
    private var wasReady = false
    private var isSlow = false
    private var opened: DeviceIdentity?

    /// Bytes that may wait in the system's queue before more are given to it.
    private static let queueMax: Int32 = 256
    private static let slice = Duration.milliseconds(5)
    private static let patienceOfClose = Duration.seconds(3)
    /// `CRTSCTS` of `termios.h`, which does not fit the type that Swift gives it.
    private static let wireFlow = tcflag_t(0x8000_0000)

    /// Names the line.
    ///
    /// - Parameters:
    ///   - place: the path of its device, and where it is looked for when it has moved.
    ///   - locks: the folders in which programs say what they use.
    package init(name: String, place: DevicePlace, setting: SerialSetting, locks: DeviceLocks) {
        self.name = name
        self.place = place
        self.setting = setting
        self.locks = locks
        manner = PortManner(
            hidesPowerLoss: true, piece: setting.chunk, bytesPerSecond: setting.baud / 10,
            usesFlowBytes: setting.flow == .xonxoff)
        thread = DeviceThread(label: name)
    }

    /// The device's own thread, where calls may block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Opens the line for this process alone, and sets its speed.
    package func open() throws(DeviceError) -> PortDirection {
        let path = try place.path()
        let identity = place.identity(of: path)
        let held = try locks.take(identity, terminal: path, name: name)
        let number = Glibc.open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard number >= 0 else { throw place.opening(path, errno: errno, group: "dialout") }
        let opened = Descriptor(owning: number, name: name)
        guard isatty(number) == 1 else {
            throw .mismatch("\(path) is no serial line: write usb:\(path) if it is a USB printer")
        }
        try opened.lock()
        // Where the device has no such request, the lock alone keeps others away.
        _ = tilld_ioctl_value(number, UInt(TIOCEXCL), 0)
        try set(opened)
        wasReady = isReady(number) ?? false
        self.opened = identity
        descriptor = consume opened
        lock = consume held
        return .twoWay
    }

    /// Hands bytes over and returns how many were taken.
    package func write(_ bytes: [UInt8], within patience: Duration) throws(DeviceError) -> Int {
        var written = 0
        var waits = 0
        let waitsMax = Int(Descriptor.milliseconds(patience) / Descriptor.milliseconds(Self.slice))
        while written < bytes.count {
            do {
                let count = try writeOnce(bytes[written...].prefix(setting.chunk))
                written += count
                if count > 0 { continue }
            } catch {
                // What was taken is told first; the next call meets the error again.
                if written > 0 { return written }
                throw error
            }
            guard waits < waitsMax else { break }
            waits += 1
            _ = poll(nil, 0, Descriptor.milliseconds(Self.slice))
        }
        // A line that has become slow is not given more until it is empty.
        isSlow = waits > 200
        return written
    }

    /// Returns what the printer has sent; nothing if nothing came in time.
    package func read(upTo limit: Int, within patience: Duration) throws(DeviceError) -> [UInt8] {
        guard let number = descriptor?.number else { throw .gone(name) }
        try watchReady(number)
        let events = descriptor?.wait(for: POLLIN, within: patience) ?? 0
        guard events != 0 else { return [] }
        switch descriptor?.read(upTo: limit) {
        case .success(.some(let bytes)): return bytes
        case .failure(let error) where error.isPassing: return []
        case .failure(let error): throw descriptor?.failure("read", errno: error.number) ?? .gone(name)
        case .success(.none), .none:
            if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { throw .gone(name) }
            return []
        }
    }

    /// Waits until everything that was handed over has left this machine.
    package func flush(within patience: Duration) throws(DeviceError) {
        let slices = Descriptor.milliseconds(patience) / Descriptor.milliseconds(Self.slice)
        for slice in 0...max(slices, 0) {
            guard let number = descriptor?.number else { throw .gone(name) }
            try watchReady(number)
            guard queued(number) > 0 else { return }
            if slice < slices { _ = poll(nil, 0, Descriptor.milliseconds(Self.slice)) }
        }
        throw .timedOut(name)
    }

    /// Closes the line when the last byte has left.
    package func close() {
        do throws(DeviceError) {
            try flush(within: Self.patienceOfClose)
        } catch {
            // The printer holds bytes back: a close that waits for them would never return.
            if let number = descriptor?.number { tcflush(number, TCOFLUSH) }
        }
        descriptor = nil
        lock = nil
    }

    /// Which device is open, or would be.
    package func identity() -> DeviceIdentity? { descriptor == nil ? place.look() : opened }

    private func writeOnce(_ bytes: ArraySlice<UInt8>) throws(DeviceError) -> Int {
        guard let number = descriptor?.number else { throw .gone(name) }
        try watchReady(number)
        let waiting = queued(number)
        if isSlow, waiting > 0 { return 0 }
        isSlow = false
        let room = Int(Self.queueMax - waiting)
        guard room > 0 else { return 0 }
        let count = bytes.prefix(room).withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
        guard count < 0 else { return count }
        switch errno {
        case EAGAIN, EINTR: return 0
        case let number: throw descriptor?.failure("write", errno: number) ?? .gone(name)
        }
    }

    private func queued(_ number: Int32) -> Int32 {
        var left: Int32 = 0
        return tilld_ioctl_pointer(number, UInt(TIOCOUTQ), &left) == 0 ? left : 0
    }

    /// A printer that had raised its ready wire and drops it has been switched off.
    private func watchReady(_ number: Int32) throws(DeviceError) {
        guard setting.watchesReady, wasReady, isReady(number) == false else { return }
        throw .gone(name)
    }

    /// Whether the ready wire is raised; nil if the line has none.
    private func isReady(_ number: Int32) -> Bool? {
        var bits: Int32 = 0
        guard tilld_ioctl_pointer(number, UInt(TIOCMGET), &bits) == 0 else { return nil }
        return bits & Int32(TIOCM_DSR) != 0
    }

    private func set(_ opened: borrowing Descriptor) throws(DeviceError) {
        var mode = termios()
        guard tcgetattr(opened.number, &mode) == 0 else { throw opened.failure("set up", errno: errno) }
        cfmakeraw(&mode)
        mode.c_cflag &= ~(tcflag_t(CSTOPB) | tcflag_t(PARENB) | Self.wireFlow)
        mode.c_cflag |= tcflag_t(CS8) | tcflag_t(CREAD) | tcflag_t(CLOCAL)
        switch setting.flow {
        case .rtscts: mode.c_cflag |= Self.wireFlow
        case .xonxoff: mode.c_iflag |= tcflag_t(IXON)
        case .none: break
        }
        cfsetispeed(&mode, setting.speed)
        cfsetospeed(&mode, setting.speed)
        guard tcsetattr(opened.number, TCSANOW, &mode) == 0 else { throw opened.failure("set up", errno: errno) }
    }
}
