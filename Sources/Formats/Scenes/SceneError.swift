// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Says why a screen could not be drawn; nothing half readable is drawn instead.
package enum SceneError: Error, Hashable, Sendable {
    /// The display has too few or too many pixels.
    case impossibleDisplay(width: Int, height: Int)
    /// The payload makes no code.
    case badPayload(RasterError)
    /// The code would have modules that phones cannot read.
    case codeDoesNotFit(modules: Int, width: Int, height: Int)
    /// Words that must be there do not fit.
    case textDoesNotFit(text: String, width: Int, height: Int)
}

extension SceneError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line.
    package var description: String {
        switch self {
        case .impossibleDisplay(let width, let height):
            "a display of \(width)x\(height) pixels cannot show screens: use at least 64x48"
        case .badPayload(let error):
            "\(error)"
        case .codeDoesNotFit(let modules, let width, let height):
            "a code of \(modules) modules cannot be read on \(width)x\(height) pixels: use a larger display"
        case .textDoesNotFit(let text, let width, let height):
            "\"\(text)\" does not fit \(width)x\(height) pixels: use a larger display"
        }
    }
}
