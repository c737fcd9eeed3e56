// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file descriptor of a port, with the calls that ports share; every call blocks.
struct Descriptor: ~Copyable {
    /// The number; never negative.
    let number: Int32
    /// The device's name for messages.
    let name: String

    /// Takes a descriptor over; it is closed with this value.
    init(owning number: Int32, name: String) {
        self.number = number
        self.name = name
    }

    deinit { Glibc.close(number) }

    /// Waits for events of `poll(2)` and returns those that came; 0 if none did.
    func wait(for events: Int32, within patience: Duration) -> Int32 {
        var entry = pollfd(fd: number, events: Int16(events), revents: 0)
        let count = poll(&entry, 1, Self.milliseconds(patience))
        return count > 0 ? Int32(entry.revents) : 0
    }

    /// Takes the device for this process, or says that somebody else has it.
    func lock() throws(DeviceError) {
        guard flock(number, LOCK_EX | LOCK_NB) != 0 else { return }
        throw errno == EWOULDBLOCK ? .busy(name) : .writeFailed(what: "lock \(name)", errno: errno)
    }

    /// Reads what is there; nil at the end.
    func read(upTo limit: Int) -> Result<[UInt8]?, Errno> {
        var bytes = [UInt8](repeating: 0, count: max(limit, 1))
        let count = Glibc.read(number, &bytes, bytes.count)
        guard count >= 0 else { return .failure(Errno(number: errno)) }
        return .success(count == 0 ? nil : Array(bytes.prefix(count)))
    }

    /// What a failed write or read means.
    func failure(_ what: String, errno number: Int32) -> DeviceError {
        switch number {
        case ENODEV, ENXIO, EIO, EPIPE, ECONNRESET, ECONNABORTED, ESHUTDOWN, ENOTCONN: .gone(name)
        case ETIMEDOUT, EHOSTUNREACH, ENETUNREACH: .timedOut(name)
        case EBUSY: .busy(name)
        default: .writeFailed(what: "\(what) \(name)", errno: number)
        }
    }

    /// A number of `errno` as an error.
    struct Errno: Error {
        /// The number.
        let number: Int32
        /// Whether the call may just be made again.
        var isPassing: Bool { number == EAGAIN || number == EINTR }
    }

    /// Milliseconds for `poll(2)`, rounded up so that a short wait is a wait.
    static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
