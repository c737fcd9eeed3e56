// SPDX-License-Identifier: Apache-2.0

package import EscPos
package import Raster

/// Says why a slip could not be made; nothing has been printed then.
package enum ReceiptError: Error, Sendable, Hashable {
    /// The code would be too small to be read on paper of this width.
    case codeDoesNotFit(modules: Int, dots: Int)
    /// The payload is no code.
    case code(RasterError)
    /// The printer cannot print pictures, and the slip needs one.
    case noPictures(profile: String)
    /// The stream could not be written.
    case stream(EscPosError)
    /// The preview could not be made.
    case picture(RasterError)
}

extension ReceiptError: CustomStringConvertible {
    /// Says what is wrong and what to do.
    package var description: String {
        switch self {
        case .codeDoesNotFit(let modules, let dots):
            "a code of \(modules) modules cannot be read on paper of \(dots) dots: use wider paper"
        case .code(let error): error.description
        case .noPictures(let profile): "\(profile) prints no pictures: use another printer for this slip"
        case .stream(let error): error.description
        case .picture(let error): error.description
        }
    }
}
