// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The way to the service manager: datagrams to the socket that it named.
///
/// Source: sd_notify(3) of systemd 252, "Notes" and "Environment".
final class NotifySocket: Sendable {
    /// What the kernel's address holds of a path.
    static let pathMax = 107

    private let descriptor: Int32
    private let name: [UInt8]

    /// Takes the socket that `NOTIFY_SOCKET` names: a path, or `@` and an abstract name; nil if there
    /// is none, and then nobody is to be told anything.
    init?(environment: [String: String]) {
        guard let text = environment["NOTIFY_SOCKET"], let first = text.first,
            first == "/" || first == "@", (2...Self.pathMax).contains(text.utf8.count)
        else { return nil }
        // An abstract name begins with a zero byte.
        name = first == "@" ? [0] + Array(text.utf8.dropFirst()) : Array(text.utf8)
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Tells the service manager, in one datagram; says whether it was taken.
    ///
    /// It never waits: whoever does not read is told again soon enough.
    @discardableResult func tell(_ notices: [Notice]) -> Bool {
        guard !notices.isEmpty else { return true }
        let bytes = Array(notices.map(\.line).joined(separator: "\n").utf8)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let head = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        // To its last byte, not to the structure's: zeros would be a part of an abstract name.
        let size = socklen_t(head + name.count)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(
                    descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT),
                    $0, size)
            }
        }
        return sent == bytes.count
    }
}
