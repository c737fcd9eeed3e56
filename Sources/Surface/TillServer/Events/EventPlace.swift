// SPDX-License-Identifier: Apache-2.0

/// The place of one reader of events, which is free again when nobody holds it any more.
final class EventPlace: Sendable {
    /// What waits for the reader.
    let box: EventBox
    private let readers: EventReaders
    private let id: Int

    /// Holds a place that was taken.
    init(_ box: EventBox, _ id: Int, of readers: EventReaders) {
        self.box = box
        self.id = id
        self.readers = readers
    }

    deinit { readers.leave(id) }
}
