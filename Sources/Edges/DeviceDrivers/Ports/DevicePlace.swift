// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where a device was last seen, and how it is found again when it has been plugged in elsewhere.
package final class DevicePlace: Sendable {
    private let hint: String?
    private let serial: String?
    private let tree: DeviceTree
    private let seen = Mutex<DeviceIdentity?>(nil)

    /// Names a device.
    ///
    /// - Parameters:
    ///   - path: its node; nil looks for the serial number alone.
    ///   - serial: its serial number; nil takes what is at the path, and remembers it.
    package init(path: String?, serial: String? = nil, tree: DeviceTree = DeviceTree()) {
        hint = path
        self.serial = serial
        self.tree = tree
    }

    /// The node of the device now.
    ///
    /// - Throws: ``DeviceError/absent(_:)`` if it is not plugged in.
    package func path() throws(DeviceError) -> String {
        if let serial {
            let found = tree.paths(serial: serial)
            // One device can have several nodes: the one that was named is preferred.
            if let hint, found.contains(hint) { return hint }
            guard let first = found.first else { throw .absent("the device with serial number \(serial)") }
            return first
        }
        guard let hint else { throw .absent("the device") }
        guard let known = seen.withLock(\.self), known.canBeFound, tree.identity(of: hint) != known else {
            return hint
        }
        // Another device has taken the name, or nobody has.
        guard let moved = tree.path(of: known) else { throw .absent(hint) }
        return moved
    }

    /// The identity of what is at a path, which is looked for from now on.
    package func identity(of path: String) -> DeviceIdentity {
        let found = tree.identity(of: path) ?? .node(path)
        seen.withLock { $0 = found }
        return found
    }

    /// The identity of what is there now, without looking for it from now on; nil if it is not plugged in.
    func look() -> DeviceIdentity? {
        // What cannot be found is not there.
        guard let path = try? path() else { return nil }
        return tree.identity(of: path) ?? .node(path)
    }

    /// Turns the reason why a path could not be opened into an error that names who has it.
    func opening(_ path: String, errno number: Int32, group: String) -> DeviceError {
        let error = DeviceError.opening(path, errno: number, group: group)
        guard case .busy = error, let opener = tree.opener(of: path) else { return error }
        return .busy("\(path), opened by \(opener),")
    }
}
