// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Synchronization

/// A virtual terminal of this machine, or whatever else is at its path.
final class KernelTerminal: ConsoleTerminal {
    private let descriptor: Mutex<Int32>

    /// Opens a terminal.
    ///
    /// - Throws: ``DeviceError/absent(_:)``, ``DeviceError/denied(path:remedy:)`` or
    ///   ``DeviceError/writeFailed(what:errno:)``.
    init(path: String) throws(DeviceError) {
        let number = Glibc.open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard number >= 0 else { throw Self.opening(path, errno: errno) }
        descriptor = Mutex(number)
    }

    deinit { close() }

    func isInGraphics() -> Bool? {
        var mode: Int32 = 0
        guard ask(UInt(KDGETMODE), &mode) == 0 else { return nil }
        return mode == KD_GRAPHICS
    }

    func setGraphics(_ isOn: Bool) -> Int32 {
        call(UInt(KDSETMODE), Int(isOn ? KD_GRAPHICS : KD_TEXT))
    }

    func switching() -> ConsoleSwitching? {
        var mode = vt_mode()
        guard ask(UInt(VT_GETMODE), &mode) == 0 else { return nil }
        guard Int32(mode.mode) == VT_PROCESS else { return .automatic }
        return .byOwner(release: Int32(mode.relsig), acquire: Int32(mode.acqsig))
    }

    func setSwitching(_ switching: ConsoleSwitching) -> Int32 {
        var mode = vt_mode()
        mode.mode = CChar(VT_AUTO)
        if case .byOwner(let release, let acquire) = switching {
            mode.mode = CChar(VT_PROCESS)
            mode.relsig = Int16(truncatingIfNeeded: release)
            mode.acqsig = Int16(truncatingIfNeeded: acquire)
        }
        return ask(UInt(VT_SETMODE), &mode)
    }

    func front() -> Int? {
        var state = vt_stat()
        guard ask(UInt(VT_GETSTATE), &state) == 0 else { return nil }
        return Int(state.v_active)
    }

    func bringToFront(_ number: Int) -> Int32 { call(UInt(VT_ACTIVATE), number) }

    func letGo() -> Int32 { call(UInt(VT_RELDISP), 1) }

    func acknowledge() -> Int32 { call(UInt(VT_RELDISP), Int(VT_ACKACQ)) }

    func claim() -> Int32 { call(UInt(TIOCSCTTY), 0) }

    func lineFlags() -> UInt32? {
        var line = termios()
        return descriptor.withLock { tcgetattr($0, &line) } == 0 ? line.c_lflag : nil
    }

    func setLineFlags(_ flags: UInt32) -> Int32 {
        descriptor.withLock { descriptor in
            var line = termios()
            guard tcgetattr(descriptor, &line) == 0 else { return errno }
            line.c_lflag = flags
            return tcsetattr(descriptor, TCSAFLUSH, &line) == 0 ? 0 : errno
        }
    }

    func write(_ text: String) {
        // A terminal that takes no text shows none, and nobody misses it.
        try? descriptor.withLock { descriptor throws(DeviceError) in
            try DisplayFile.write(Array(text.utf8), to: descriptor, path: "terminal")
        }
    }

    func close() {
        descriptor.withLock { descriptor in
            if descriptor >= 0 { _ = Glibc.close(descriptor) }
            descriptor = -1
        }
    }

    private func ask<Answer>(_ request: UInt, _ answer: inout Answer) -> Int32 {
        let number = descriptor.withLock { $0 }
        return -withUnsafeMutablePointer(to: &answer) { tilld_ioctl_pointer(number, request, $0) }
    }

    private func call(_ request: UInt, _ argument: Int) -> Int32 {
        -tilld_ioctl_value(descriptor.withLock { $0 }, request, argument)
    }

    private static func opening(_ path: String, errno number: Int32) -> DeviceError {
        switch number {
        case EACCES, EPERM: .denied(path: path, remedy: OwnedConsole.remedy)
        default: DeviceError.opening(path, errno: number, group: "tty")
        }
    }
}
