// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Writes pictures as PNG files.
///
/// Source: W3C PNG specification, second edition: sections 5 (chunks), 7.2 (scanlines), 11.2 (IHDR,
/// PLTE, IDAT, IEND).
package enum PNG {
    /// Writes a picture: with a palette of up to 256 colours if that is enough, else in full colour.
    ///
    /// - Parameter level: 1 is fast and 9 is small.
    /// - Throws: ``RasterError/compressionFailed(_:)``.
    package static func encode(_ surface: Surface, level: Int32 = 6) throws(RasterError) -> [UInt8] {
        guard let (palette, lines) = indexed(surface) else {
            return try file(
                width: surface.width,
                height: surface.height,
                depth: 8,
                kind: .fullColor,
                lines: fullColor(surface),
                level: level
            )
        }
        return try file(
            width: surface.width,
            height: surface.height,
            depth: 8,
            kind: .palette(palette),
            lines: lines,
            level: level
        )
    }

    /// Writes a picture of black and white dots, one bit a dot.
    ///
    /// - Throws: ``RasterError/compressionFailed(_:)``.
    package static func encode(_ bitmap: Bitmap, level: Int32 = 6) throws(RasterError) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((bitmap.stride + 1) * bitmap.height)
        for y in 0..<bitmap.height {
            lines.append(0)
            // In a PNG the 1 is white.
            for byte in bitmap.bytes[y * bitmap.stride..<(y + 1) * bitmap.stride] { lines.append(~byte) }
        }
        return try file(
            width: bitmap.width,
            height: bitmap.height,
            depth: 1,
            kind: .grey,
            lines: lines,
            level: level
        )
    }

    private enum Kind {
        case grey
        case fullColor
        case palette([UInt32])

        var number: UInt8 {
            switch self {
            case .grey: 0
            case .fullColor: 2
            case .palette: 3
            }
        }
    }

    private static func indexed(_ surface: Surface) -> (palette: [UInt32], lines: [UInt8])? {
        var palette: [UInt32] = []
        var numbers: [UInt32: UInt8] = [:]
        var lines = [UInt8](repeating: 0, count: (surface.width + 1) * surface.height)
        var span = lines.mutableSpan
        let pixels = surface.pixels.span
        let width = surface.width
        // Pictures are mostly runs of one colour, so the last one is asked first.
        var last: UInt32?
        var lastNumber: UInt8 = 0
        for y in 0..<surface.height {
            let source = y * width
            let target = y * (width + 1) + 1
            for x in 0..<width {
                let pixel = pixels[source + x]
                if pixel != last {
                    if let number = numbers[pixel] {
                        lastNumber = number
                    } else {
                        guard palette.count < 256 else { return nil }
                        lastNumber = UInt8(palette.count)
                        numbers[pixel] = lastNumber
                        palette.append(pixel)
                    }
                    last = pixel
                }
                span[target + x] = lastNumber
            }
        }
        return (palette, lines)
    }

    private static func fullColor(_ surface: Surface) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((surface.width * 3 + 1) * surface.height)
        let pixels = surface.pixels.span
        for y in 0..<surface.height {
            lines.append(0)
            for index in y * surface.width..<(y + 1) * surface.width {
                let pixel = pixels[index]
                lines.append(UInt8(truncatingIfNeeded: pixel >> 16))
                lines.append(UInt8(truncatingIfNeeded: pixel >> 8))
                lines.append(UInt8(truncatingIfNeeded: pixel))
            }
        }
        return lines
    }

    private static func file(
        width: Int,
        height: Int,
        depth: UInt8,
        kind: Kind,
        lines: [UInt8],
        level: Int32
    ) throws(RasterError) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", big(width) + big(height) + [depth, kind.number, 0, 0, 0], to: &file)
        if case .palette(let colors) = kind {
            let entries = colors.flatMap { color in
                [color >> 16, color >> 8, color].map { UInt8(truncatingIfNeeded: $0) }
            }
            append("PLTE", entries, to: &file)
        }
        append("IDAT", try compressed(lines, level: level), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        let body = Array(name.utf8) + content
        file += big(content.count)
        file += body
        file += big(Int(crc32(0, body, uInt(body.count))))
    }

    private static func big(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func compressed(_ lines: [UInt8], level: Int32) throws(RasterError) -> [UInt8] {
        var length = compressBound(uLong(lines.count))
        var output = [UInt8](repeating: 0, count: Int(length))
        let status = compress2(&output, &length, lines, uLong(lines.count), min(9, max(1, level)))
        guard status == Z_OK else { throw .compressionFailed(status) }
        output.removeLast(output.count - Int(length))
        return output
    }
}
