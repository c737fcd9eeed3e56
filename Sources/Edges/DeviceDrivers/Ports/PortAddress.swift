// SPDX-License-Identifier: Apache-2.0

/// Where a device is, as the configuration says it.
///
/// ```
/// usb:/dev/usb/lp0                          found again when it is plugged in elsewhere
/// usb:/dev/usb/lp0?serial=J5QF012345        this printer, under whatever name
/// usb:?serial=J5QF012345
/// serial:/dev/ttyS0?baud=19200&flow=rtscts  baud 1200 to 230400; flow rtscts, xonxoff or none
/// serial:?serial=A50285BI&baud=9600         an adapter, under whatever name; ready=off leaves its wire alone
/// rfcomm:/dev/rfcomm0
/// tcp:10.0.0.7:9100
/// file:/var/spool/slips
/// none
/// ```
package enum PortAddress: Sendable, Hashable {
    /// A file that slips are added to.
    case file(path: String)
    /// A printer in the network.
    case tcp(host: String, port: UInt16)
    /// A character device, such as a USB printer's.
    case usb(path: String)
    /// A USB printer by its serial number; the path says which node is preferred.
    case usbDevice(serial: String, path: String?)
    /// A serial line; the number is that of the adapter.
    case serial(path: String?, serial: String?, setting: SerialSetting)
    /// A Bluetooth line.
    case rfcomm(path: String)
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
        case "usb": self = try Self.usb(try PortFields(rest, in: text, allowed: ["serial"]), in: text)
        case "serial":
            self = try Self.serial(
                try PortFields(rest, in: text, allowed: ["serial", "baud", "flow", "ready"]), in: text)
        case "rfcomm": self = .rfcomm(path: try Self.path(rest, in: text))
        case "tcp": self = try Self.network(rest, in: text)
        default:
            throw .mismatch(
                "\"\(text)\" is no port: write usb:PATH, serial:PATH, rfcomm:PATH, tcp:HOST:9100, file:PATH or none")
        }
    }

    private static func path(_ path: Substring, in text: String) throws(DeviceError) -> String {
        guard path.hasPrefix("/"), !path.contains("\0"), path.utf8.count < 1024 else {
            throw .mismatch("\"\(text)\" is no port: write the whole path, beginning with /")
        }
        return String(path)
    }

    /// The path and the serial number of a device; one of them has to be there.
    private static func device(
        _ fields: PortFields, in text: String
    ) throws(DeviceError) -> (path: String?, serial: String?) {
        let serial = try fields.word("serial")
        guard !fields.path.isEmpty || serial == nil else { return (nil, serial) }
        return (try path(fields.path, in: text), serial)
    }

    private static func usb(_ fields: PortFields, in text: String) throws(DeviceError) -> PortAddress {
        switch try device(fields, in: text) {
        case (let path, let serial?): .usbDevice(serial: serial, path: path)
        case (let path?, nil): .usb(path: path)
        case (nil, nil): throw .mismatch("\"\(text)\" is no port: write usb:PATH or usb:?serial=NUMBER")
        }
    }

    private static func serial(_ fields: PortFields, in text: String) throws(DeviceError) -> PortAddress {
        var setting = SerialSetting()
        if let baud = fields["baud"] {
            guard let number = Int(baud), SerialSetting.bauds.contains(number) else {
                let bauds = SerialSetting.bauds.map(String.init).joined(separator: ", ")
                throw .mismatch("baud \"\(baud)\" in \"\(text)\" is no speed: write one of \(bauds)")
            }
            setting.baud = number
        }
        if let flow = fields["flow"] {
            guard let known = SerialFlow(rawValue: String(flow)) else {
                throw .mismatch("flow \"\(flow)\" in \"\(text)\" is no flow control: write rtscts, xonxoff or none")
            }
            setting.flow = known
        }
        if let ready = fields["ready"] {
            guard ready == "on" || ready == "off" else {
                throw .mismatch("ready \"\(ready)\" in \"\(text)\" is neither: write on or off")
            }
            setting.watchesReady = ready == "on"
        }
        let (path, number) = try device(fields, in: text)
        return .serial(path: path, serial: number, setting: setting)
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
    /// - Parameters:
    ///   - locks: a folder for lock files, which keep a second process from the device.
    ///   - lines: the folder in which programs for serial lines say which one they use; nil if there is none.
    ///   - tree: where the system shows its devices.
    package func port(
        locks: String, lines: String? = nil, tree: DeviceTree = DeviceTree()
    ) -> (any DevicePort)? {
        let locks = DeviceLocks(own: locks, shared: lines)
        switch self {
        case .file(let path): return FilePort(path: path)
        case .tcp(let host, let port): return TCPPort(host: host, port: port, locks: locks.own)
        case .usb(let path):
            return DeviceNodePort(name: "usb:\(path)", place: DevicePlace(path: path, tree: tree), locks: locks)
        case .usbDevice(let serial, let path):
            let place = DevicePlace(path: path, serial: serial, tree: tree)
            return DeviceNodePort(name: "usb:?serial=\(serial)", place: place, locks: locks)
        case .serial(let path, let serial, let setting):
            let name = "serial:" + (path ?? serial.map { "?serial=\($0)" } ?? "")
            let place = DevicePlace(path: path, serial: serial, tree: tree)
            return SerialPort(name: name, place: place, setting: setting, locks: locks)
        case .rfcomm(let path):
            let place = DevicePlace(path: path, tree: tree)
            return SerialPort(name: "rfcomm:\(path)", place: place, setting: .rfcomm, locks: locks)
        case .none: return nil
        }
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
