// SPDX-License-Identifier: Apache-2.0

import Glibc

extension Surface {
    /// Finds the smallest rectangle that holds everything in which two pictures of one size differ.
    ///
    /// - Returns: nil if they are the same; the whole picture if they have different sizes.
    package func difference(from other: Surface) -> PixelRect? {
        guard width == other.width, height == other.height else { return bounds }
        return pixels.withUnsafeBufferPointer { new in
            other.pixels.withUnsafeBufferPointer { old in
                guard let new = new.baseAddress, let old = old.baseAddress, new != old else { return nil }
                return PixelPair(new: new, old: old, width: width, height: height).difference
            }
        }
    }
}

/// Two pictures of one size, compared by stretches: the processor has an instruction for that, and most are the same.
private struct PixelPair {
    let new: UnsafePointer<UInt32>
    let old: UnsafePointer<UInt32>
    let width: Int
    let height: Int

    var difference: PixelRect? {
        guard let top = (0..<height).first(where: { differs(in: 0..<width, of: $0) }),
            let last = (top..<height).last(where: { differs(in: 0..<width, of: $0) })
        else { return nil }
        var left = width
        var right = 0
        for y in top...last {
            if left > 0, differs(in: 0..<left, of: y) { left = (0..<left).first { differs(at: $0, of: y) } ?? left }
            if right < width, differs(in: right..<width, of: y) {
                right = ((right..<width).last { differs(at: $0, of: y) } ?? right - 1) + 1
            }
        }
        return PixelRect(x: left, y: top, width: right - left, height: last + 1 - top)
    }

    private func differs(in columns: Range<Int>, of y: Int) -> Bool {
        let start = y * width + columns.lowerBound
        return memcmp(new + start, old + start, 4 * columns.count) != 0
    }

    private func differs(at x: Int, of y: Int) -> Bool { new[y * width + x] != old[y * width + x] }
}
