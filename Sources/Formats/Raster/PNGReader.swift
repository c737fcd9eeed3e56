// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Reads PNG files of every colour type, not interlaced.
///
/// The size is judged before anything is unpacked, and no more is unpacked than that size needs.
/// Source: W3C PNG specification, second edition: sections 5 (chunks), 9 (filters), 11.2 and 11.3.
struct PNGReader {
    /// The bytes that every PNG begins with.
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let bytes: [UInt8]
    private var header: Header?
    private var palette: [UInt8] = []
    private var transparency: [UInt8] = []
    private var packed: [UInt8] = []

    /// What the first chunk says.
    private struct Header {
        var width: Int
        var height: Int
        var depth: Int
        var kind: Int

        var channels: Int {
            switch kind {
            case 2: 3
            case 4: 2
            case 6: 4
            default: 1
            }
        }

        var bytesPerRow: Int { (width * channels * depth + 7) / 8 }
        /// Bytes from a dot to the one before it, as filters count.
        var step: Int { max(channels * depth / 8, 1) }
    }

    /// Takes a file that begins with the signature.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One dot as eight bits each.
    struct Dot {
        var red = 0
        var green = 0
        var blue = 0
        var alpha = 255
    }

    /// Reads the picture in grey, on white.
    consuming func image() throws(PictureError) -> GreyImage {
        let (header, rows) = try read()
        var image = try GreyImage(width: header.width, height: header.height)
        try eachDot(rows, header) { index, dot in
            let grey = (299 * dot.red + 587 * dot.green + 114 * dot.blue + 500) / 1000
            image.levels[index] = UInt8((grey * dot.alpha + 255 * (255 - dot.alpha) + 127) / 255)
        }
        return image
    }

    /// Reads the picture in its colours.
    consuming func colors() throws(PictureError) -> ColorImage {
        let (header, rows) = try read()
        var image = try ColorImage(width: header.width, height: header.height)
        try eachDot(rows, header) { index, dot in
            image.pixels[index] = UInt32(dot.alpha << 24 | dot.red << 16 | dot.green << 8 | dot.blue)
        }
        return image
    }

    private mutating func read() throws(PictureError) -> (header: Header, rows: [UInt8]) {
        try readChunks()
        guard let header else { throw .damaged("its header is missing") }
        var rows = try unpacked(header)
        try Self.unfilter(&rows, header)
        return (header, rows)
    }

    private mutating func readChunks() throws(PictureError) {
        var index = Self.signature.count
        while index < bytes.count {
            guard index + 12 <= bytes.count else { throw .damaged("a part is cut off") }
            let count = big(index)
            guard count <= bytes.count - index - 12 else { throw .damaged("a part is cut off") }
            let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
            let body = Array(bytes[index + 8..<index + 8 + count])
            let checked = Array(bytes[index + 4..<index + 8 + count])
            guard Int(crc32(0, checked, uInt(checked.count))) == big(index + 8 + count) else {
                throw .damaged("a part has another sum")
            }
            index += 12 + count
            switch name {
            case "IHDR": try readHeader(body)
            case "PLTE": palette = body
            case "tRNS": transparency = body
            case "IDAT": packed += body
            case "IEND": return
            default:
                // A small first letter says that the part may be left out.
                guard bytes[index - count - 8] & 0x20 != 0 else {
                    let isName = name.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
                    throw .unsupported(isName ? "made with \(name)" : "made with a part that has no name")
                }
            }
        }
    }

    private mutating func readHeader(_ body: [UInt8]) throws(PictureError) {
        guard body.count == 13, header == nil else { throw .damaged("its header") }
        let read = Header(
            width: body[0..<4].reduce(0) { $0 << 8 | Int($1) }, height: body[4..<8].reduce(0) { $0 << 8 | Int($1) },
            depth: Int(body[8]), kind: Int(body[9]))
        let depths: [Int: [Int]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard depths[read.kind]?.contains(read.depth) == true, body[10] == 0, body[11] == 0 else {
            throw .damaged("its header")
        }
        guard (1...GreyImage.sideLimit).contains(read.width), (1...GreyImage.sideLimit).contains(read.height),
            read.width * read.height <= GreyImage.areaLimit
        else { throw .impossibleSize(width: read.width, height: read.height) }
        guard body[12] == 0 else { throw .unsupported("interlaced") }
        header = read
    }

    private func unpacked(_ header: Header) throws(PictureError) -> [UInt8] {
        let wanted = (header.bytesPerRow + 1) * header.height
        var rows = [UInt8](repeating: 0, count: wanted)
        var length = uLongf(wanted)
        // What would unpack to more than the size needs is left where it is.
        let status = uncompress(&rows, &length, packed, uLong(packed.count))
        guard status == Z_OK || status == Z_BUF_ERROR, Int(length) == wanted else {
            throw .damaged("its dots")
        }
        return rows
    }

    /// Undoes the filter of each row, which its first byte names.
    private static func unfilter(_ rows: inout [UInt8], _ header: Header) throws(PictureError) {
        let count = header.bytesPerRow
        let step = header.step
        for y in 0..<header.height {
            let start = y * (count + 1) + 1
            let filter = rows[start - 1]
            guard filter <= 4 else { throw .damaged("a row") }
            for x in 0..<count where filter > 0 {
                let left = x >= step ? Int(rows[start + x - step]) : 0
                let up = y > 0 ? Int(rows[start + x - count - 1]) : 0
                let corner = x >= step && y > 0 ? Int(rows[start + x - count - 1 - step]) : 0
                let foretold =
                    switch filter {
                    case 1: left
                    case 2: up
                    case 3: (left + up) / 2
                    default: paeth(left, up, corner)
                    }
                rows[start + x] &+= UInt8(foretold)
            }
        }
    }

    private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
        let guess = left + up - corner
        let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
        return a <= b && a <= c ? left : b <= c ? up : corner
    }

    private func eachDot(
        _ rows: [UInt8], _ header: Header, _ body: (_ index: Int, _ dot: Dot) -> Void
    ) throws(PictureError) {
        let clear = clearColour(header)
        for y in 0..<header.height {
            let start = y * (header.bytesPerRow + 1) + 1
            for x in 0..<header.width {
                let samples = (0..<header.channels).map { channel in
                    Self.sample(rows, start, x * header.channels + channel, header.depth)
                }
                body(y * header.width + x, try dot(samples, header, clear: clear))
            }
        }
    }

    /// A sample of up to 16 bits as it stands in the file.
    private static func sample(_ rows: [UInt8], _ start: Int, _ index: Int, _ depth: Int) -> Int {
        switch depth {
        case 16: return Int(rows[start + 2 * index]) << 8 | Int(rows[start + 2 * index + 1])
        case 8: return Int(rows[start + index])
        default:
            let byte = rows[start + index * depth / 8]
            let shift = 8 - depth - index * depth % 8
            return Int(byte) >> shift & ((1 << depth) - 1)
        }
    }

    private func dot(_ samples: [Int], _ header: Header, clear: [Int]?) throws(PictureError) -> Dot {
        func eight(_ sample: Int) -> Int { sample * 255 / ((1 << header.depth) - 1) }
        if let clear, clear == samples { return Dot(alpha: 0) }
        switch header.kind {
        case 3:
            let entry = samples[0]
            guard 3 * entry + 2 < palette.count else { throw .damaged("a colour is not in its palette") }
            return Dot(
                red: Int(palette[3 * entry]), green: Int(palette[3 * entry + 1]), blue: Int(palette[3 * entry + 2]),
                alpha: entry < transparency.count ? Int(transparency[entry]) : 255)
        case 0, 4:
            let level = eight(samples[0])
            return Dot(
                red: level, green: level, blue: level, alpha: header.kind == 4 ? eight(samples[1]) : 255)
        default:
            return Dot(
                red: eight(samples[0]), green: eight(samples[1]), blue: eight(samples[2]),
                alpha: header.kind == 6 ? eight(samples[3]) : 255)
        }
    }

    /// The one colour that is see-through in pictures without alpha; nil if there is none.
    private func clearColour(_ header: Header) -> [Int]? {
        guard header.kind == 0 || header.kind == 2, transparency.count == 2 * header.channels else { return nil }
        return (0..<header.channels).map { Int(transparency[2 * $0]) << 8 | Int(transparency[2 * $0 + 1]) }
    }

    private func big(_ index: Int) -> Int { bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
}
