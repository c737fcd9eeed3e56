// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Says why a device did not do what it was asked.
package enum DeviceError: Error, Hashable, Sendable {
    /// There is no such device; the text is its path or address.
    case absent(String)
    /// The device is there and this process may not use it.
    case denied(path: String, remedy: String)
    /// The device is not what was expected, or was given what it cannot take.
    case mismatch(String)
    /// Bytes could not be moved; `errno` is the system's reason.
    case writeFailed(what: String, errno: Int32)
    /// Somebody else is using the device.
    case busy(String)
    /// The device did not answer in the time it was given.
    case timedOut(String)
    /// The device was there and has left, as an unplugged cable does.
    case gone(String)
    /// A person has called off what the device was doing.
    case calledOff(String)
    /// The display's terminal is behind another one on the screen.
    case covered(path: String, by: String)
}

extension DeviceError {
    /// What a caller can sensibly do next.
    package enum Recovery: Hashable, Sendable {
        /// The device may come back by itself: open it again later.
        case reopen
        /// The same device can be asked again after a pause.
        case retry
        /// A person has to change the machine or its configuration first.
        case person
    }

    /// Tells what to do next about this error.
    package var recovery: Recovery {
        switch self {
        case .absent, .gone: .reopen
        case .busy, .timedOut, .covered: .retry
        case .denied, .mismatch, .calledOff: .person
        case .writeFailed(_, let number):
            switch number {
            case EAGAIN, EINTR, ENOMEM, EBUSY: .retry
            case ENOSPC, EROFS, EDQUOT: .person
            default: .reopen
            }
        }
    }

    /// Turns the reason why a path could not be opened into an error.
    ///
    /// - Parameters:
    ///   - path: what was opened.
    ///   - number: the `errno` of the attempt.
    ///   - group: the group that the device node usually belongs to, such as `video` or `lp`.
    package static func opening(_ path: String, errno number: Int32, group: String) -> DeviceError {
        switch number {
        case ENOENT, ENXIO, ENODEV, ENOTDIR: .absent(path)
        case EACCES, EPERM: .denied(path: path, remedy: "add the service user to group \(group)")
        case EBUSY: .busy(path)
        default: .writeFailed(what: "open \(path)", errno: number)
        }
    }
}

extension DeviceError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line for a log or a terminal.
    package var description: String {
        switch self {
        case .absent(let what): "\(what) is not there: connect it or correct the setting"
        case .denied(let path, let remedy): "\(path) may not be used: \(remedy)"
        case .mismatch(let what): what
        case .writeFailed(let what, let number): "\(what) failed: \(Self.reason(number))"
        case .busy(let what): "\(what) is in use: stop the other program"
        case .timedOut(let what): "\(what) did not answer in time: look at the device"
        case .gone(let what): "\(what) has gone: check its cable and power"
        case .calledOff(let what): "the job for \(what) was called off: take the torn paper away"
        case .covered(let path, let other):
            "\(path) is behind \(other) on the screen: switch to it, or set take_console: yes"
        }
    }

    private static func reason(_ number: Int32) -> String {
        // `strerror` may share its buffer between threads; the reentrant form may not.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress else { return "errno \(number)" }
            buffer.initialize(repeating: 0)
            guard strerror_r(number, start, buffer.count) == 0 else { return "errno \(number)" }
            return String(cString: start) + " (errno \(number))"
        }
    }
}
