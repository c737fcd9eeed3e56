// SPDX-License-Identifier: Apache-2.0

import Glibc

/// One connection of a scripted daemon.
struct Connection {
    /// The socket.
    let descriptor: Int32
    private var received: [UInt8] = []

    /// Takes a connected socket.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next request; nil when the other side has closed.
    mutating func request() -> ScriptedRequest? {
        let blank = Array("\r\n\r\n".utf8)
        while received.firstRange(of: blank) == nil {
            guard receive() else { return nil }
        }
        guard let end = received.firstRange(of: blank) else { return nil }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(
            separator: "\r\n")
        received.removeFirst(end.upperBound)
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = String((parts.last ?? "").drop { $0 == " " })
        }
        let length = fields["content-length"].flatMap { Int($0) } ?? 0
        while received.count < length {
            guard receive() else { return nil }
        }
        let body = Array(received.prefix(length))
        received.removeFirst(length)
        let words = lines[0].split(separator: " ")
        let target = words[1].split(separator: "?", maxSplits: 1)
        return ScriptedRequest(
            route: "\(words[0]) \(target[0])", query: target.count > 1 ? String(target[1]) : "",
            fields: fields, body: body)
    }

    /// Does what the script says; false when the connection is over.
    mutating func carryOut(_ answer: ScriptedAnswer) -> Bool {
        switch answer {
        case .reply(let status, let body, let type):
            let head =
                "HTTP/1.1 \(status) -\r\ncontent-type: \(type)\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
            return send(Array(head.utf8) + Array(body.utf8))
        case .hangUp:
            return false
        case .silence:
            while receive() {}
            return false
        case .after(let action, let answer):
            action()
            return carryOut(answer)
        }
    }

    private mutating func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // A reader that has gone must not end the tests with a signal.
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest.removeFirst(count)
        }
        return true
    }
}
