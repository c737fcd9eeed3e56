// SPDX-License-Identifier: Apache-2.0

/// Reads portable bitmaps, plain (P1) and raw (P4).
///
/// Source: the netpbm manual, pbm.
struct PBMReader {
    private let bytes: [UInt8]
    private var index = 2

    /// Takes a file that begins with P1 or P4.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the picture.
    consuming func image() throws(PictureError) -> GreyImage {
        let isRaw = bytes[1] == UInt8(ascii: "4")
        let width = try number()
        let height = try number()
        var image = try GreyImage(width: width, height: height)
        // One white character stands between the size and the dots.
        index += 1
        if isRaw { try readRaw(into: &image) } else { try readPlain(into: &image) }
        return image
    }

    private func readRaw(into image: inout GreyImage) throws(PictureError) {
        let stride = (image.width + 7) / 8
        guard bytes.count - index >= stride * image.height else { throw .damaged("dots are missing") }
        for y in 0..<image.height {
            for x in 0..<image.width where bytes[index + y * stride + x / 8] & (0x80 >> UInt8(x & 7)) != 0 {
                image.levels[y * image.width + x] = 0
            }
        }
    }

    private mutating func readPlain(into image: inout GreyImage) throws(PictureError) {
        for place in 0..<image.levels.count {
            skipBlanks()
            guard index < bytes.count, bytes[index] == 0x30 || bytes[index] == 0x31 else {
                throw .damaged("dots are missing")
            }
            if bytes[index] == 0x31 { image.levels[place] = 0 }
            index += 1
        }
    }

    private mutating func number() throws(PictureError) -> Int {
        skipBlanks()
        var value = 0
        var digits = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]), digits < 6 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
            digits += 1
        }
        guard digits > 0 else { throw .damaged("its size is missing") }
        return value
    }

    /// Steps over white characters and comments.
    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x09...0x0D, 0x20: index += 1
            case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            default: return
            }
        }
    }
}
