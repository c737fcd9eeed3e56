// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A socket of this machine that takes one request after the other and answers each with 204.
final class Listener {
    private let socket: CInt
    let port: UInt16

    init() throws {
        (socket, port) = try Self.bound()
        listen(socket, 16)
    }

    deinit { close(socket) }

    /// A port that nobody uses at this moment.
    static func freePort() throws -> UInt16 {
        let (socket, port) = try bound()
        close(socket)
        return port
    }

    /// Waits for the next request and gives it as it came, head and body.
    func next() -> String {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return "" }
        defer { close(connection) }
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !Self.isWhole(text) {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { break }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
        let answer = Array("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".utf8)
        _ = write(connection, answer, answer.count)
        return text
    }

    private static func isWhole(_ text: String) -> Bool {
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let head = text[..<end.lowerBound].lowercased()
        guard let field = head.range(of: "content-length: ") else { return true }
        let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
        return text[end.upperBound...].utf8.count >= length
    }

    private static func bound() throws -> (CInt, UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(socket, generic, length) == 0 && getsockname(socket, generic, &length) == 0
            }
        }
        guard socket >= 0, result else { throw Running.Failure.noPort }
        return (socket, UInt16(bigEndian: address.sin_port))
    }
}
