// SPDX-License-Identifier: Apache-2.0

/// Where a device is, as the configuration says it: `usb:/dev/usb/lp0`, `tcp:10.0.0.7:9100`,
/// `file:/var/spool/slips`, or `none`.
package enum PortAddress: Sendable, Hashable {
    /// A file that slips are added to.
    case file(path: String)
    /// A printer in the network.
    case tcp(host: String, port: UInt16)
    /// A character device, such as a USB printer's.
    case usb(path: String)
    /// No device.
    case none

    /// Reads an address.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)``.
    package init(_ text: String) throws(DeviceError) {
        let mark = text.firstIndex(of: ":") ?? text.endIndex
        let rest = text[mark...].dropFirst()
        switch text[..<mark] {
        case "none" where rest.isEmpty: self = .none
        case "file": self = .file(path: try Self.path(rest, in: text))
        case "usb": self = .usb(path: try Self.path(rest, in: text))
        case "tcp": self = try Self.network(rest, in: text)
        default:
            throw .mismatch(
                "\"\(text)\" is no port: write usb:PATH, tcp:HOST:9100, file:PATH or none")
        }
    }

    private static func path(_ path: Substring, in text: String) throws(DeviceError) -> String {
        guard path.hasPrefix("/"), !path.contains("\0"), path.utf8.count < 1024 else {
            throw .mismatch("\"\(text)\" is no port: write the whole path, beginning with /")
        }
        return String(path)
    }

    private static func network(_ rest: Substring, in text: String) throws(DeviceError) -> PortAddress {
        let mark = rest.lastIndex(of: ":") ?? rest.startIndex
        var host = rest[..<mark]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let allowed = host.utf8.allSatisfy { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "_")
        }
        guard !host.isEmpty, host.utf8.count <= 253, allowed,
            let port = UInt16(rest[mark...].dropFirst()), port > 0
        else { throw .mismatch("\"\(text)\" is no port: write tcp:HOST:PORT, such as tcp:10.0.0.7:9100") }
        return .tcp(host: String(host), port: port)
    }

    /// Makes the port; nil for ``none``.
    ///
    /// - Parameter locks: a folder for lock files, which keep a second process from a network printer.
    package func port(locks: String) -> (any DevicePort)? {
        switch self {
        case .file(let path): FilePort(path: path)
        case .tcp(let host, let port): TCPPort(host: host, port: port, locks: locks)
        case .usb(let path): DeviceNodePort(path: path)
        case .none: nil
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
