// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The folders in which programs say which device they use.
package struct DeviceLocks: Sendable, Hashable {
    /// The folder of our own files, one for each device.
    package var own: String
    /// The folder that programs for serial lines share, usually `/run/lock`; nil if there is none.
    package var shared: String?

    /// Names the folders.
    package init(own: String, shared: String? = nil) {
        self.own = own
        self.shared = shared
    }

    /// Takes a device for this process.
    ///
    /// - Parameters:
    ///   - identity: which device.
    ///   - terminal: the node of a serial line, whose name other programs look for; nil for other devices.
    ///   - name: the device for messages.
    /// - Throws: ``DeviceError/busy(_:)`` with who has it.
    func take(_ identity: DeviceIdentity, terminal: String?, name: String) throws(DeviceError) -> DeviceLock {
        let path = "\(own)/\(identity.fileName).lock"
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw .writeFailed(what: "open \(path)", errno: errno) }
        let file = Descriptor(owning: number, name: name)
        do throws(DeviceError) {
            try file.lock()
        } catch {
            guard case .busy = error else { throw error }
            guard let holder = Self.holder(file), holder != Int(getpid()) else { throw .busy(name) }
            throw .busy("\(name), taken by process \(holder),")
        }
        let note = Array("\(getpid())\n".utf8)
        _ = ftruncate(number, 0)
        _ = note.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
        var mark: String?
        if let shared, let terminal { mark = try Self.mark(terminal, in: shared, name: name) }
        return DeviceLock(file: file, mark: mark)
    }

    /// Who wrote itself into a lock file.
    private static func holder(_ file: borrowing Descriptor) -> Int? {
        guard case .success(.some(let bytes)) = file.read(upTo: 32) else { return nil }
        return process(bytes)
    }

    private static func process(_ bytes: [UInt8]) -> Int? {
        let digits = bytes.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 && $0 < 1 << 30 ? $0 : nil }
    }

    /// Makes the file that other programs for serial lines look for; nil if the folder cannot be written.
    ///
    /// Source: Filesystem Hierarchy Standard 3.0, section 5.9: ten characters of process number and a line feed.
    private static func mark(_ terminal: String, in folder: String, name: String) throws(DeviceError) -> String? {
        let path = "\(folder)/LCK..\(terminal.split(separator: "/").last ?? "tty")"
        for _ in 0..<2 {
            let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            if number >= 0 {
                let file = Descriptor(owning: number, name: name)
                let digits = String(getpid())
                let note = Array((String(repeating: " ", count: max(10 - digits.count, 0)) + digits + "\n").utf8)
                _ = note.withUnsafeBytes { write(file.number, $0.baseAddress, $0.count) }
                return path
            }
            // Many systems let only some users write there; the other locks have to do then.
            guard errno == EEXIST else { return nil }
            let old = open(path, O_RDONLY | O_CLOEXEC)
            guard old >= 0 else { continue }
            let holder = Self.holder(Descriptor(owning: old, name: name))
            if let holder, holder != Int(getpid()), kill(pid_t(holder), 0) == 0 || errno == EPERM {
                throw .busy("\(name), taken by process \(holder),")
            }
            // Whoever made it is dead.
            guard unlink(path) == 0 else { return nil }
        }
        return nil
    }
}
