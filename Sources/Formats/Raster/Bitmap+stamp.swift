// SPDX-License-Identifier: Apache-2.0

extension Bitmap {
    /// Adds rows of dots that are packed in words; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - rows: the dots, each row in as many words; the left dot is the highest bit of the first one.
    ///   - wordsPerRow: words of a row, at least 1.
    ///   - x: the column of the left dots; not negative.
    ///   - y: the first row; not negative.
    ///   - times: how often each row is drawn, one below the other.
    package mutating func stamp(_ rows: [UInt64], wordsPerRow: Int, x: Int, y: Int, times: Int = 1) {
        guard x >= 0, y >= 0, x < width, wordsPerRow > 0 else { return }
        let (width, stride) = (width, stride)
        let count = min(rows.count / wordsPerRow * times, height - y)
        guard count > 0 else { return }
        var span = bytes.mutableSpan
        for row in 0..<count {
            let base = (y + row) * stride
            for part in 0..<wordsPerRow {
                let left = x + part * 64
                guard left < width else { break }
                var word = rows[row / times * wordsPerRow + part]
                let room = width - left
                if room < 64 { word &= ~UInt64(0) << UInt64(64 - room) }
                guard word != 0 else { continue }
                span.merge(word, at: base + left >> 3, shift: left & 7, end: base + stride)
            }
        }
    }
}

extension MutableSpan where Element == UInt8 {
    /// Sets the bits of a word in bytes from an index on, moved to the right by up to seven bits.
    @inline(__always)
    fileprivate mutating func merge(_ word: UInt64, at index: Int, shift: Int, end: Int) {
        var high = word >> UInt64(shift)
        var place = index
        while high != 0 {
            self[place] |= UInt8(truncatingIfNeeded: high >> 56)
            high <<= 8
            place += 1
        }
        let rest = shift == 0 ? 0 : UInt8(truncatingIfNeeded: word << UInt64(8 - shift))
        if rest != 0, index + 8 < end { self[index + 8] |= rest }
    }
}
