// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation

/// The socket of a service manager that only listens.
final class FakeManager: Sendable {
    /// What `NOTIFY_SOCKET` says.
    let name: String
    private let descriptor: Int32

    struct Failure: Error {}

    /// Binds a path, or `@` and an abstract name.
    init(_ name: String) throws {
        self.name = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = name.hasPrefix("@") ? [0] + Array(name.utf8.dropFirst()) : Array(name.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(2 + bytes.count))
            }
        }
        guard bound == 0 else { throw Failure() }
    }

    deinit { close(descriptor) }

    /// Waits for the next datagram, as its lines.
    func next() async throws -> [String] {
        try await BlockingThread.run { [descriptor] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count >= 0 else { throw Failure() }
            return String(decoding: buffer[..<count], as: UTF8.self).components(separatedBy: "\n")
        }
    }

    /// Waits until something was said, and gives all that was said up to then.
    func until(_ line: String) async throws -> [String] {
        var lines: [String] = []
        while !lines.contains(line) { lines += try await next() }
        return lines
    }

    /// Whether nothing waits to be read.
    var isSilent: Bool {
        var buffer: [UInt8] = [0]
        return recv(descriptor, &buffer, 1, Int32(MSG_DONTWAIT)) < 0
    }
}
