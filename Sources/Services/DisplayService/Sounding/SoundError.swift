// SPDX-License-Identifier: Apache-2.0

/// Says why a sound was not made.
package enum SoundError: Error, Hashable, Sendable {
    /// The program could not be started.
    case cannotStart(program: String, errno: Int32)
    /// The program said that it failed, or was ended by a signal.
    case failed(program: String, status: Int32)
    /// The program did not end in time, and was ended.
    case tooLong(program: String)
}

extension SoundError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line.
    package var description: String {
        switch self {
        case .cannotStart(let program, let errno):
            "\(program) cannot be started (errno \(errno)): install it, or correct the setting sound"
        case .failed(let program, let status) where status & 0x7F != 0:
            "\(program) was ended by signal \(status & 0x7F): try it by hand"
        case .failed(let program, let status):
            "\(program) ended with status \(status >> 8 & 0xFF): try it by hand, as the daemon's user"
        case .tooLong(let program):
            "\(program) did not end in time: give it a shorter sound"
        }
    }
}
