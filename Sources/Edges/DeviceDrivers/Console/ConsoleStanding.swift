// SPDX-License-Identifier: Apache-2.0

/// Says whose the glass is.
package enum ConsoleStanding: Hashable, Sendable {
    /// No terminal is wanted, and whoever else draws is not looked after.
    case leftAlone
    /// Ours, and what is drawn is seen.
    case ours
    /// Our terminal, whose node comes first, is behind another.
    case covered(String, by: Int?)
    /// No terminal could be had, and the kernel draws no text on framebuffers either.
    case untouched(DeviceError)
    /// No terminal could be had, and the kernel may draw text into any picture.
    case contested(DeviceError)

    /// Whether a picture may be drawn now.
    package var mayDraw: Bool {
        if case .covered = self { false } else { true }
    }

    /// What a person should know; nil if nothing is wrong.
    package var remark: String? {
        switch self {
        case .leftAlone, .ours, .untouched: nil
        case .covered(let path, let front):
            DeviceError.covered(path: path, by: front.map { "/dev/tty\($0)" } ?? "another terminal").description
        case .contested(let error):
            "text of the console may come into the picture, which is repeated all the time: \(error)"
        }
    }
}
