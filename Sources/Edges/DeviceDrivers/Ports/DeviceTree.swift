// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Where the system shows its devices and processes.
package struct DeviceTree: Sendable, Hashable {
    /// The folder of the system's own account, usually `/sys`.
    package var system: String
    /// The folder of device nodes, usually `/dev`.
    package var devices: String
    /// The folder of processes, usually `/proc`.
    package var processes: String

    /// Names the folders.
    package init(system: String = "/sys", devices: String = "/dev", processes: String = "/proc") {
        self.system = system
        self.devices = devices
        self.processes = processes
    }

    private static let parentsMax = 6
    private static let textMax = 256

    /// What a device node belongs to, whatever it is called today; nil if nothing is known of it.
    package func identity(of path: String) -> DeviceIdentity? {
        let node = path.split(separator: "/").last.map(String.init) ?? ""
        guard !node.isEmpty, node != "..", node != "." else { return nil }
        if let address = text("\(system)/class/tty/\(node)/address"), node.hasPrefix("rfcomm") {
            return .bluetooth(address)
        }
        for kind in ["usbmisc", "tty"] {
            let entry = "\(system)/class/\(kind)/\(node)"
            guard let device = resolved("\(entry)/device") else { continue }
            if let found = usb(from: device) { return found }
        }
        return nil
    }

    /// The node of a device that has this identity, wherever it is plugged in; nil if it is not there.
    package func path(of identity: DeviceIdentity) -> String? {
        for (kind, folder) in [("usbmisc", "\(devices)/usb"), ("tty", devices)] {
            for node in names(in: "\(system)/class/\(kind)").sorted() where self.identity(of: node) == identity {
                return "\(folder)/\(node)"
            }
        }
        return nil
    }

    /// The nodes whose device has a serial number.
    package func paths(serial: String) -> [String] {
        [("usbmisc", "\(devices)/usb"), ("tty", devices)].flatMap { kind, folder in
            names(in: "\(system)/class/\(kind)").sorted().filter { identity(of: $0)?.serial == serial }
                .map { "\(folder)/\($0)" }
        }
    }

    /// What the printer says of itself to the system, such as `MFG:EPSON;MDL:TM-T20III;`; nil if nothing.
    package func selfDescription(of path: String) -> String? {
        guard let node = path.split(separator: "/").last else { return nil }
        return text("\(system)/class/usbmisc/\(node)/device/ieee1284_id")
    }

    /// The process that has a file open, such as `cupsd (process 812)`; nil if it cannot be seen.
    package func opener(of path: String) -> String? {
        let own = String(getpid())
        for process in names(in: processes) where process != own && process.allSatisfy(\.isNumber) {
            let folder = "\(processes)/\(process)/fd"
            for descriptor in names(in: folder) where resolvedLink("\(folder)/\(descriptor)") == path {
                let name = text("\(processes)/\(process)/comm") ?? "a program"
                return "\(name) (process \(process))"
            }
        }
        return nil
    }

    /// Looks for the USB device that an interface belongs to.
    private func usb(from folder: String) -> DeviceIdentity? {
        var folder = folder
        for _ in 0..<Self.parentsMax {
            if let vendor = text("\(folder)/idVendor"), let product = text("\(folder)/idProduct") {
                return .usb(vendor: vendor, product: product, serial: text("\(folder)/serial") ?? "")
            }
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return nil }
            folder = String(folder[..<slash])
        }
        return nil
    }

    private func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func resolvedLink(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }

    /// The first line of a small file.
    private func text(_ path: String) -> String? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(owning: number, name: path)
        guard case .success(.some(let bytes)) = file.read(upTo: Self.textMax) else { return nil }
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let readable = line.filter { !$0.isNewline && $0.isASCII && $0 >= " " && $0 <= "~" }
        return readable.isEmpty ? nil : readable
    }

    private func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
