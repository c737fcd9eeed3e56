// SPDX-License-Identifier: Apache-2.0

/// What one reader of events has heard: the head of the answer, and then one event behind the other.
///
/// Source: RFC 9112, section 7.1, chunked transfer coding; HTML Living Standard, section 9.2.6, interpreting an event
/// stream.
struct EventHearing: Hashable {
    private enum Place: Hashable {
        case head
        /// In the line that says how long a chunk is.
        case size
        /// In a chunk of which so many bytes are to come, one at least.
        case chunk(Int)
        /// At the end of line behind a chunk.
        case gap
        /// Behind the last chunk.
        case over
    }

    /// The event that was heard last, or behind which the stream began.
    private(set) var cursor: EventCursor
    /// Events that were heard.
    private(set) var events = 0
    /// Bytes that came.
    private(set) var bytes = 0
    private var place = Place.head
    /// The head, or the line that says how long a chunk is.
    private var text: [UInt8] = []
    /// The beginning of the line of the stream.
    private var line: [UInt8] = []
    private var id: EventCursor?
    private var hasContent = false

    private static let headMax = 16_384
    /// More than an id takes: of content, only the beginning is looked at.
    private static let lineMax = 80
    private static let idField = Array("id: ".utf8)
    private static let contentField = Array("data: ".utf8)

    /// Begins behind an event.
    init(after cursor: EventCursor) { self.cursor = cursor }

    /// Whether the head came, and is that of a stream.
    var isOpen: Bool { place != .head }
    /// Whether the other side has ended the stream.
    var isOver: Bool { place == .over }

    /// Hears what came, in pieces of any length.
    ///
    /// - Throws: ``BenchFault`` if there is no stream, or an event that is not the next one.
    mutating func hear(_ heard: ArraySlice<UInt8>) throws(BenchFault) {
        bytes += heard.count
        for index in heard.indices {
            let byte = heard[index]
            switch place {
            case .head:
                text.append(byte)
                guard text.count <= Self.headMax else { throw .control("the head of an answer to a reader has no end") }
                guard byte == UInt8(ascii: "\n"), text.suffix(4) == [13, 10, 13, 10] else { continue }
                try begin(behind: heard[(index + 1)...])
            case .size:
                if byte == UInt8(ascii: "\n") {
                    try beginChunk()
                } else {
                    text.append(byte)
                    guard text.count <= Self.lineMax else { throw .control("a chunk of a stream has no length") }
                }
            case .chunk(let left):
                place = left > 1 ? .chunk(left - 1) : .gap
                try hear(byte)
            case .gap: if byte == UInt8(ascii: "\n") { place = .size }
            case .over: return
            }
        }
    }

    private mutating func begin(behind rest: ArraySlice<UInt8>) throws(BenchFault) {
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        text.removeAll()
        let status = lines.first ?? ""
        let words = status.split(separator: " ", maxSplits: 2)
        let fields = Dictionary(
            lines.dropFirst().map { line in
                let halves = line.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(halves[0]), halves.count < 2 ? "" : String(halves[1].drop { $0 == " " }))
            }, uniquingKeysWith: { $1 })
        guard words.count > 1, words[1] == "200",
            fields["content-type"]?.hasPrefix("text/event-stream") ?? false, fields["transfer-encoding"] == "chunked"
        else {
            let said = String(decoding: rest.prefix(300), as: UTF8.self)
            guard words.count > 1, words[1] == "429" else {
                throw .control("a reader is answered \(status) instead of a stream: \(said)")
            }
            throw .missing("too many read: raise the hard limit of the daemon's descriptors (ulimit -Hn): \(said)")
        }
        place = .size
    }

    private mutating func beginChunk() throws(BenchFault) {
        let digits = text.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\r") }
        text.removeAll(keepingCapacity: true)
        guard let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count >= 0 else {
            throw .control("a chunk of a stream has no length")
        }
        place = count > 0 ? .chunk(count) : .over
    }

    /// Hears a byte of the stream.
    private mutating func hear(_ byte: UInt8) throws(BenchFault) {
        guard byte == UInt8(ascii: "\n") else {
            if line.count < Self.lineMax { line.append(byte) }
            return
        }
        if line.isEmpty {
            try endEvent()
        } else if line.starts(with: Self.idField) {
            let text = String(decoding: line.dropFirst(Self.idField.count), as: UTF8.self)
            id = EventCursor(text)
            guard id != nil else { throw .control("a reader hears of an event without a number: \(text)") }
        } else if line.starts(with: Self.contentField) {
            hasContent = true
        }
        line.removeAll(keepingCapacity: true)
    }

    /// What is between two empty lines is an event if there is anything in it, and else a beat.
    private mutating func endEvent() throws(BenchFault) {
        defer {
            id = nil
            hasContent = false
        }
        guard hasContent else { return }
        guard let id, id == cursor.next else {
            throw .control("a reader hears of event \(id?.text ?? "without a name") right after \(cursor.text)")
        }
        cursor = id
        events += 1
    }
}
