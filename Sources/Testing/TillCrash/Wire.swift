// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One exchange of HTTP on a connection of its own, so that a dead daemon takes no other exchange with it.
struct Wire: Sendable {
    /// Where the other side listens.
    enum Address: Sendable {
        case socket(String)
        case port(UInt16)
    }

    /// An answer that came whole; a part of one is none.
    struct Answer: Sendable {
        let status: Int
        let body: Data
    }

    let address: Address

    /// Sends a request and waits for the whole answer; nil if there is none.
    func exchange(
        _ method: String, _ path: String, key: String? = nil, body: String? = nil, limit: Duration = .seconds(15)
    ) -> Answer? {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: application/json\r\n"
        if let key { head += "Idempotency-Key: \(key)\r\n" }
        if let body { head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        guard let descriptor = connected(limit) else { return nil }
        defer { close(descriptor) }
        let bytes = Array((head + "\r\n" + (body ?? "")).utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return nil }
            sent += count
        }
        return answer(from: descriptor)
    }

    private func answer(from descriptor: Int32) -> Answer? {
        var heard = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let blank = Data("\r\n\r\n".utf8)
        while true {
            if let end = heard.range(of: blank) {
                let head = String(decoding: heard[..<end.lowerBound], as: UTF8.self).lowercased()
                guard let status = head.split(separator: " ").dropFirst().first.flatMap({ Int($0.prefix(3)) })
                else { return nil }
                let length = Self.length(head) ?? 0
                let body = heard[end.upperBound...]
                if body.count >= length { return Answer(status: status, body: Data(body.prefix(length))) }
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            heard.append(contentsOf: buffer[..<count])
        }
    }

    private static func length(_ head: String) -> Int? {
        for line in head.split(whereSeparator: \.isNewline) where line.hasPrefix("content-length:") {
            return Int(line.dropFirst(15).drop { $0 == " " })
        }
        return nil
    }

    private func connected(_ limit: Duration) -> Int32? {
        let domain =
            switch address {
            case .socket: AF_UNIX
            case .port: AF_INET
            }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(domain, kind, 0)
        guard descriptor >= 0 else { return nil }
        var patience = timeval(tv_sec: Int(limit.components.seconds), tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard connects(descriptor) else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private func connects(_ descriptor: Int32) -> Bool {
        switch address {
        case .socket(let path):
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
            return Self.connects(descriptor, &place)
        case .port(let port):
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            return Self.connects(descriptor, &place)
        }
    }

    private static func connects<Place>(_ descriptor: Int32, _ place: inout Place) -> Bool {
        let size = socklen_t(MemoryLayout<Place>.size)
        return withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
        }
    }

    /// A port that nobody listens on.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard found else { throw CrashFault("there is no free port") }
        return UInt16(bigEndian: place.sin_port)
    }
}
