// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation

@testable import till_bench

/// A socket at which the test itself answers.
///
/// Whoever connects waits in the kernel until ``accept(_:)``, so that nothing has to run beside the test.
final class PlayedDoor {
    /// Where it is.
    let door: Door
    private let folder: TemporaryFolder
    private let listener: Int32
    private var lines: [Int32] = []

    /// What goes wrong with it.
    struct Failure: Error { let call: String }

    /// Opens it.
    init() throws {
        folder = try TemporaryFolder()
        let path = "\(folder.path)/s"
        door = .socket(path)
        listener = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let listener = listener
        let isOpen = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 && listen(listener, 16) == 0
            }
        }
        guard isOpen else { throw Failure(call: "listen") }
    }

    deinit {
        for line in lines where line >= 0 { close(line) }
        close(listener)
    }

    /// Takes those in who have connected.
    func accept(_ count: Int) throws {
        for _ in 0..<count {
            let line = Foundation.accept(listener, nil, nil)
            guard line >= 0 else { throw Failure(call: "accept") }
            lines.append(line)
        }
    }

    /// What one of them asked.
    func question(_ index: Int) throws -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(lines[index], &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count > 0 else { throw Failure(call: "recv") }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Says something to one of them.
    func say(_ text: String, to index: Int) throws {
        let bytes = Array(text.utf8)
        guard send(lines[index], bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Failure(call: "send")
        }
    }

    /// Tells one of them of an event, in a chunk of its own.
    func tell(_ id: String, to index: Int) throws {
        let event = "id: \(id)\ndata: {}\n\n"
        try say("\(String(event.utf8.count, radix: 16))\r\n\(event)\r\n", to: index)
    }

    /// Begins the stream of one of them.
    func greet(_ index: Int) throws {
        try say(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n", to: index)
    }

    /// Closes the connection of one of them.
    func hangUp(_ index: Int) {
        close(lines[index])
        lines[index] = -1
    }
}
