// SPDX-License-Identifier: Apache-2.0

extension OpenPayBank {
    /// Begins a recording: hands out its first line.
    ///
    /// - Throws: ``RecordingError`` when the books hold more than merchants, since nobody could play that again.
    package func startRecording() throws {
        guard let record = keeping.record else { return }
        let line = try books.read { books in
            guard try books.isFresh() else { throw RecordingError.notFresh }
            return try RecordingStart(self, books).line
        }
        record(line)
    }
}
