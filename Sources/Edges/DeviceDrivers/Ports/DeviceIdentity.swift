// SPDX-License-Identifier: Apache-2.0

/// Which device something is, wherever it is plugged in and whatever it is called today.
package enum DeviceIdentity: Sendable, Hashable {
    /// A USB device; without a serial number it cannot be told from its like.
    case usb(vendor: String, product: String, serial: String)
    /// A Bluetooth device by its address.
    case bluetooth(String)
    /// A place in the network.
    case network(host: String, port: UInt16)
    /// A device that is known only by its node.
    case node(String)

    /// The serial number; nil if it has none.
    package var serial: String? {
        if case .usb(_, _, let serial) = self, !serial.isEmpty { serial } else { nil }
    }

    /// Whether a device can be found by it under another name.
    package var canBeFound: Bool {
        switch self {
        case .usb: serial != nil
        case .bluetooth: true
        case .network, .node: false
        }
    }

    /// The identity as the name of a file: letters, digits, dots, dashes and underscores.
    package var fileName: String {
        let words =
            switch self {
            case .usb(let vendor, let product, let serial): "usb-\(vendor)-\(product)-\(serial)"
            case .bluetooth(let address): "bluetooth-\(address)"
            case .network(let host, let port): "\(host)-\(port)"
            case .node(let path): "node-\(path)"
            }
        let safe = words.lowercased().unicodeScalars.prefix(180).map { scalar -> Character in
            let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isKept || "-.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        return "printer-" + String(safe)
    }
}
