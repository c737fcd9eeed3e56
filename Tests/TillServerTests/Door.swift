// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Glibc

/// Where a listener of a test can be reached, and a client of the barest kind.
enum Door: Sendable {
    case socket(String)
    case port(Int)

    enum Failure: Error { case connecting(Int32), noReply([UInt8]) }

    /// Sends a request on a connection of its own and reads the reply to its end.
    func send(_ request: Ask) async throws -> Reply {
        try await send(bytes: request.bytes)
    }

    /// Sends bytes as they are.
    func send(bytes: [UInt8]) async throws -> Reply {
        try await BlockingThread.run { try exchange(bytes) }
    }

    private func exchange(_ bytes: [UInt8]) throws -> Reply {
        let descriptor = try connected()
        defer { close(descriptor) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // Who refuses a body may hang up before it is all there; the reply tells.
            guard count > 0 else { break }
            sent += count
        }
        let reply = Self.bytes(of: descriptor)
        guard let reply = Reply(reply) else { throw Failure.noReply(reply) }
        return reply
    }

    /// What comes on a connection to its end, as text.
    static func rest(of descriptor: Int32) -> String { String(decoding: bytes(of: descriptor), as: UTF8.self) }

    private static func bytes(of descriptor: Int32) -> [UInt8] {
        var reply: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
            reply += buffer[..<count]
        }
        return reply
    }

    /// A new connection, to be closed by whoever asked for it.
    func connected() throws -> Int32 {
        let isSocket = if case .socket = self { true } else { false }
        let descriptor = Glibc.socket(
            isSocket ? AF_UNIX : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // A listener that never answers fails the test; it does not hold it up for ever.
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let result =
            switch self {
            case .socket(let path): Self.connect(descriptor, path: path)
            case .port(let port): Self.connect(descriptor, port: port)
            }
        guard result == 0 else {
            let cause = errno
            close(descriptor)
            throw Failure.connecting(cause)
        }
        return descriptor
    }

    private static func connect(_ descriptor: Int32, path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            field.copyBytes(from: Array(path.utf8).prefix(field.count - 1))
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func connect(_ descriptor: Int32, port: Int) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

extension Door {
    /// Closes a connection.
    static func hangUp(_ descriptor: Int32) { close(descriptor) }
}
