// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Adds streams to a file, for a spooler, for tests, or to have a look at them.
package actor FilePort: DevicePort {
    /// The address as the configuration has it.
    package nonisolated let name: String
    private let path: String
    private let thread: DeviceThread
    private var descriptor: Descriptor?

    /// Names the file; it is made when it is first opened.
    package init(path: String) {
        self.path = path
        name = "file:\(path)"
        thread = DeviceThread(label: name)
    }

    /// The device's own thread, where calls may block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Opens the file at its end, for this process alone.
    package func open() throws(DeviceError) -> PortDirection {
        let number = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o640)
        guard number >= 0 else { throw .opening(path, errno: errno, group: "lp") }
        let opened = Descriptor(owning: number, name: name)
        var facts = stat()
        guard fstat(number, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw .mismatch("\(path) is no file: write usb:\(path) if it is a device")
        }
        try opened.lock()
        descriptor = consume opened
        return .recording
    }

    /// Hands bytes over and returns how many were taken.
    package func write(_ bytes: [UInt8], within patience: Duration) throws(DeviceError) -> Int {
        var written = 0
        while written < bytes.count {
            guard let number = descriptor?.number else { throw .gone(name) }
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                if written > 0 { return written }
                throw .writeFailed(what: "write \(name)", errno: errno)
            }
            written += count
        }
        return written
    }

    /// Returns nothing: a file does not answer.
    package func read(upTo limit: Int, within patience: Duration) -> [UInt8] { [] }

    /// Waits until everything that was handed over has left this machine.
    package func flush(within patience: Duration) throws(DeviceError) {
        guard let number = descriptor?.number else { throw .gone(name) }
        guard fsync(number) == 0 else { throw .writeFailed(what: "sync \(name)", errno: errno) }
    }

    /// Closes the file.
    package func close() { descriptor = nil }
}
