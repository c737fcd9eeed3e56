// SPDX-License-Identifier: Apache-2.0

import Glibc

extension Surface {
    /// Finds the smallest rectangle that holds everything in which two pictures of one size differ.
    ///
    /// - Returns: nil if they are the same; the whole picture if they have different sizes.
    package func difference(from other: Surface) -> PixelRect? {
        guard width == other.width, height == other.height else { return bounds }
        let rows = changedRows(from: other)
        guard !rows.isEmpty else { return nil }
        let new = pixels.span
        let old = other.pixels.span
        var left = width
        var right = 0
        for y in rows {
            let row = y * width
            var first = 0
            while first < left, new[row + first] == old[row + first] { first += 1 }
            left = first
            var last = width
            while last > right, new[row + last - 1] == old[row + last - 1] { last -= 1 }
            right = last
        }
        return PixelRect(x: left, y: rows.lowerBound, width: right - left, height: rows.count)
    }

    /// The rows from the first that differs to the last.
    private func changedRows(from other: Surface) -> Range<Int> {
        pixels.withUnsafeBytes { new in
            other.pixels.withUnsafeBytes { old in
                guard let new = new.baseAddress, let old = old.baseAddress, new != old else { return 0..<0 }
                let length = 4 * width
                func isSame(_ y: Int) -> Bool { memcmp(new + y * length, old + y * length, length) == 0 }
                guard let first = (0..<height).first(where: { !isSame($0) }),
                    let last = (first..<height).last(where: { !isSame($0) })
                else { return 0..<0 }
                return first..<last + 1
            }
        }
    }
}
