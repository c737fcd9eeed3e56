// SPDX-License-Identifier: Apache-2.0

/// Why a job was not printed, and what may be on paper.
package enum PrintFailure: Error, Sendable, Hashable {
    /// No byte of the job was written: it can be printed again without a mark.
    case nothingWritten(DeviceError)
    /// A part of the job, or all of it, was written, and nobody knows what was printed: a second
    /// print has to say that it may be one.
    case interrupted(DeviceError, bytesWritten: Int)

    /// What went wrong.
    package var error: DeviceError {
        switch self {
        case .nothingWritten(let error), .interrupted(let error, _): error
        }
    }
}

extension PrintFailure: CustomStringConvertible {
    /// Says what went wrong and what may be on paper.
    package var description: String {
        switch self {
        case .nothingWritten(let error): "nothing was printed: \(error)"
        case .interrupted(let error, let bytes):
            "the print was interrupted after \(bytes) bytes: \(error)"
        }
    }
}
