// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// One accepted connection, used on the thread of its handler.
struct LoopbackConnection {
    private let socket: Int32
    private let note: (String) -> Void

    init(_ socket: Int32, note: @escaping (String) -> Void) {
        self.socket = socket
        self.note = note
    }

    /// Reads a head and as much body as it announces, and keeps it; nil when the other side hung up.
    @discardableResult
    func readRequest() -> String? {
        var bytes: [UInt8] = []
        var whole = Int.max
        while bytes.count < whole {
            let part = readPart()
            if part.isEmpty { return nil }
            bytes += part
            if whole == Int.max, let head = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).lowercased().split(
                    separator: "\r\n")
                let length = lines.first { $0.hasPrefix("content-length:") }.flatMap { Int($0.dropFirst(16)) }
                whole = head.upperBound + (length ?? 0)
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        note(text)
        return text
    }

    /// Reads what is there; empty at the end.
    func readPart() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(socket, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : []
    }

    /// Waits until the other side hangs up.
    func waitForEnd() {
        while !readPart().isEmpty {}
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            sent += count
        }
    }

    func hangUp() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Passes bytes on between this connection and a port of loopback until one side ends.
    func tunnel(to port: Int) {
        let target = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(target) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(port).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(target, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return }
        let other = LoopbackConnection(target) { _ in }
        while true {
            var ready = [
                pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
                pollfd(fd: target, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&ready, 2, -1) > 0 else { return }
            for (entry, from, to) in [(ready[0], self, other), (ready[1], other, self)] where entry.revents != 0 {
                let part = from.readPart()
                if part.isEmpty { return }
                to.write(part)
            }
        }
    }
}
