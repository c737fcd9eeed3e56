// SPDX-License-Identifier: Apache-2.0

/// Keeps the drawn cells of characters, up to a number of bytes.
///
/// Those of plain letters are always kept; of others, those that were not used for longest are
/// forgotten first.
struct CellCache {
    /// Names a drawing.
    struct Key: Hashable {
        let character: Character
        let isBold: Bool
        let across: Int

        // By its scalars: to compare characters as people do takes longer than to draw some of them.
        static func == (one: Key, other: Key) -> Bool {
            one.isBold == other.isBold && one.across == other.across
                && one.character.unicodeScalars.elementsEqual(other.character.unicodeScalars)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(isBold ? -across : across)
            for scalar in character.unicodeScalars { hasher.combine(scalar.value) }
        }
    }

    private struct Entry {
        var image: CellImage
        var lastUse: UInt64
    }

    /// Bytes of the characters that may be forgotten.
    private(set) var bytes = 0
    private let limit: Int
    private var clock: UInt64 = 0
    private var entries: [Key: Entry] = [:]
    private var plain = [CellImage?](repeating: nil, count: 512)

    /// Bytes of drawn characters that are kept: some hundred Chinese ones.
    static let usualLimit = 256 << 10

    /// Starts without a drawing.
    init(limit: Int = usualLimit) { self.limit = max(limit, 0) }

    /// How many drawings may be forgotten.
    var count: Int { entries.count }

    /// Finds a drawing, or makes and keeps it.
    mutating func image(for key: Key, make: (Key) -> CellImage) -> CellImage {
        if let ascii = key.character.asciiValue, (1...2).contains(key.across) {
            let index = Int(ascii) | (key.isBold ? 128 : 0) | (key.across == 2 ? 256 : 0)
            if let image = plain[index] { return image }
            let image = make(key)
            plain[index] = image
            return image
        }
        clock += 1
        if let index = entries.index(forKey: key) {
            entries.values[index].lastUse = clock
            return entries.values[index].image
        }
        let image = make(key)
        let cost = Self.cost(of: key, image)
        if bytes + cost > limit { makeRoom(for: cost) }
        guard cost <= limit else { return image }
        entries[key] = Entry(image: image, lastUse: clock)
        bytes += cost
        return image
    }

    /// Forgets down to three quarters, so that a full cache does not sort for every character.
    private mutating func makeRoom(for cost: Int) {
        let goal = max(0, min(limit - cost, limit * 3 / 4))
        for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard bytes > goal else { return }
            entries[key] = nil
            bytes -= Self.cost(of: key, entry.image)
        }
    }

    private static func cost(of key: Key, _ image: CellImage) -> Int {
        image.cost + String(key.character).utf8.count
    }
}
