// SPDX-License-Identifier: Apache-2.0

/// Says which virtual terminal a display takes for itself.
package enum ConsoleSetting: Hashable, Sendable {
    /// The one that the service manager gave us, else the first.
    case automatic
    /// A terminal by its node, such as `/dev/tty1`.
    case terminal(String)
    /// None: whoever shares the glass is somebody else's matter.
    case none

    /// The terminal that a machine shows after its start.
    package static let usual = "/dev/tty1"

    /// Reads a setting: `auto`, `/dev/tty1` to `/dev/tty63`, or `none`.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it is none of these.
    package init(_ text: String) throws(DeviceError) {
        switch text {
        case "auto": self = .automatic
        case "none": self = .none
        case _ where Self.number(of: text) != nil: self = .terminal(text)
        default: throw .mismatch("\"\(text)\" is no virtual terminal: use auto, /dev/tty1 to /dev/tty63, or none")
        }
    }

    /// The node of the terminal; nil if none is wanted.
    ///
    /// - Parameter given: the terminal at standard input, if it is a virtual one.
    package func path(given: String?) -> String? {
        switch self {
        case .automatic: given ?? Self.usual
        case .terminal(let path): path
        case .none: nil
        }
    }

    /// The number of a virtual terminal; nil if a path leads to none.
    package static func number(of path: String) -> Int? {
        let digits = path.dropFirst("/dev/tty".count)
        guard path.hasPrefix("/dev/tty"), !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(digits), (1...63).contains(number), digits.first != "0"
        else { return nil }
        return number
    }
}
