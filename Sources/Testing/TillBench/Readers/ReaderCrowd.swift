// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Readers of events that hear the same.
///
/// They are read when they are asked to and never beside, so that a sale that is measured shares the processors with
/// the daemon's work alone.
final class ReaderCrowd {
    /// The readers.
    let readers: [EventReader]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// The longest that anything is waited for, in seconds.
    static let patience = 30.0

    /// Connects so many readers; ``greet(within:)`` waits for their answers.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if not all of them come in.
    init(_ count: Int, at door: Door, after cursor: EventCursor) throws(BenchFault) {
        var readers: [EventReader] = []
        for _ in 0..<count { readers.append(try EventReader(door, after: cursor)) }
        self.readers = readers
    }

    /// Waits until everybody has the head of a stream.
    ///
    /// - Throws: ``BenchFault`` if one has not, or has another answer.
    func greet(within limit: Double = patience) throws(BenchFault) {
        try take(within: limit, "have no answer") { $0.hearing.isOpen }
    }

    /// Reads until everybody has heard of an event.
    ///
    /// - Parameter seq: its row of the journal.
    /// - Throws: ``BenchFault/control(_:)`` if one has not, or was disconnected.
    func hear(until seq: Int64, within limit: Double = patience) throws(BenchFault) {
        try take(within: limit, "have not heard of event \(seq)") { $0.hearing.cursor.seq >= seq }
    }

    /// Reads what is there, and looks whether everybody is still connected.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if one is not.
    func look() throws(BenchFault) { for reader in readers { try take(reader) } }

    private func take(_ reader: EventReader) throws(BenchFault) {
        try reader.take(by: &buffer)
        guard !reader.isOver else {
            throw .control("a reader was disconnected after event \(reader.hearing.cursor.text)")
        }
    }

    private func take(
        within limit: Double, _ lack: String, until isEnough: (EventReader) -> Bool
    ) throws(BenchFault) {
        let end = Ticks.now() + limit
        while true {
            let left = readers.filter { !isEnough($0) }
            guard !left.isEmpty else { return }
            var places = left.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
            let rest = Int32(max(0, end - Ticks.now()) * 1000)
            guard poll(&places, nfds_t(places.count), rest) > 0 else {
                throw .control("\(left.count) of \(readers.count) readers \(lack)")
            }
            for (place, reader) in zip(places, left) where place.revents != 0 { try take(reader) }
        }
    }
}
