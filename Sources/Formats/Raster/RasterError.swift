// SPDX-License-Identifier: Apache-2.0

/// Says why a picture could not be made.
package enum RasterError: Error, Hashable, Sendable {
    /// There is no text to put into a code.
    case payloadEmpty
    /// The text is longer than the largest code can hold.
    case payloadTooLong(bytes: Int, limit: Int)
    /// The encoder failed for a reason of its own, such as memory.
    case encoderFailed(errno: Int32)
    /// The code would need modules that are too small to be read.
    case codeDoesNotFit(modules: Int, width: Int, height: Int)
    /// The picture is larger than ``Surface/sideLimit`` or has no area.
    case impossibleSize(width: Int, height: Int)
    /// The compressor failed with its own number.
    case compressionFailed(Int32)
}

extension RasterError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line.
    package var description: String {
        switch self {
        case .payloadEmpty:
            "the code has no text: give it a payload"
        case .payloadTooLong(let bytes, let limit):
            "the code's text has \(bytes) bytes: at most \(limit) fit"
        case .encoderFailed(let number):
            "the code could not be encoded (errno \(number)): try again"
        case .codeDoesNotFit(let modules, let width, let height):
            "a code of \(modules) modules does not fit \(width)x\(height) pixels: use a larger display or a shorter code"
        case .impossibleSize(let width, let height):
            "a picture of \(width)x\(height) pixels cannot be made: use 1 to \(Surface.sideLimit) pixels a side"
        case .compressionFailed(let number):
            "the picture could not be compressed (zlib \(number)): try again"
        }
    }
}
