// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One connection on which events are read, if anybody looks at it.
final class EventReader {
    /// The connection.
    let descriptor: Int32
    /// What was heard on it.
    private(set) var hearing: EventHearing
    /// Whether the connection is over.
    private(set) var isOver = false

    /// Connects and asks for what comes behind an event; does not wait for the answer.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if nobody listens, or no descriptor is left.
    init(_ door: Door, after cursor: EventCursor) throws(BenchFault) {
        guard let descriptor = door.connected() else {
            throw .missing("a reader does not reach \(door): \(String(cString: strerror(errno)))")
        }
        self.descriptor = descriptor
        hearing = EventHearing(after: cursor)
        let request = Request.bytes(
            "GET", "/v1/events?after=\(cursor.text)", to: door, accept: "text/event-stream")
        let sent = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard sent == request.count else { throw .missing("a connection was closed before a reader asked") }
    }

    deinit { close(descriptor) }

    /// Bytes that have come and that nobody has looked at.
    var waiting: Int {
        var count: Int32 = 0
        return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// Whether the other side has closed the connection, though something may wait on it.
    var isCut: Bool {
        var place = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&place, 1, 0) > 0 && place.revents & Int16(POLLHUP) != 0
    }

    /// Takes in what has come, and waits for nothing.
    ///
    /// - Parameter buffer: where it is put meanwhile.
    /// - Throws: ``BenchFault`` if it is not what should come.
    func take(by buffer: inout [UInt8]) throws(BenchFault) {
        while !isOver {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                try hearing.hear(buffer[..<count])
                isOver = hearing.isOver
            } else if count == 0 || ![EAGAIN, EINTR].contains(errno) {
                isOver = true
            } else if errno == EAGAIN {
                return
            }
        }
    }
}
