// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One connection that is kept, with one request at a time.
final class Lane {
    /// The connection.
    let descriptor: Int32
    private var heard: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 262_144)
    /// When the last request left.
    private(set) var sentAt = 0.0

    /// Connects.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if nobody listens.
    init(_ door: Door) throws(BenchFault) {
        guard let descriptor = door.connected() else { throw .missing("nobody listens at \(door)") }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Sends a request.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if the connection is gone.
    func send(_ request: [UInt8]) throws(BenchFault) {
        heard.removeAll(keepingCapacity: true)
        sentAt = Ticks.now()
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw .missing("a connection was closed before a request") }
            sent += count
        }
    }

    /// Takes in what has come; waits for it if nothing has.
    ///
    /// - Returns: The answer; nil if there is more to come.
    /// - Throws: ``BenchFault/missing(_:)`` if the connection is gone.
    func receive() throws(BenchFault) -> Answer? {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { throw .missing("a connection was closed before an answer") }
        heard += buffer[..<count]
        return try Answer(heard)
    }

    /// Sends a request and waits for its answer.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if there is none.
    func exchange(_ request: [UInt8]) throws(BenchFault) -> Answer {
        try send(request)
        while true {
            if let answer = try receive() { return answer }
        }
    }
}
