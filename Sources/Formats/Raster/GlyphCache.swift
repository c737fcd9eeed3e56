// SPDX-License-Identifier: Apache-2.0

/// Keeps drawn characters up to a number of bytes and forgets those that were not used for longest.
struct GlyphCache {
    /// Names a drawing.
    struct Key: Hashable {
        let scalar: Unicode.Scalar
        let size: Int
        let crisp: Bool
    }

    private struct Entry {
        let image: GlyphImage
        var lastUse: UInt64
    }

    private(set) var bytes = 0
    private let limit: Int
    private var clock: UInt64 = 0
    private var entries: [Key: Entry] = [:]

    init(limit: Int) {
        self.limit = max(0, limit)
    }

    var count: Int { entries.count }

    mutating func image(for key: Key) -> GlyphImage? {
        clock += 1
        guard let index = entries.index(forKey: key) else { return nil }
        entries.values[index].lastUse = clock
        return entries.values[index].image
    }

    mutating func keep(_ image: GlyphImage, for key: Key) {
        guard image.cost <= limit else { return }
        if bytes + image.cost > limit { makeRoom(for: image.cost) }
        clock += 1
        if let old = entries.updateValue(Entry(image: image, lastUse: clock), forKey: key) {
            bytes -= old.image.cost
        }
        bytes += image.cost
    }

    /// Forgets down to three quarters, so that a full cache does not sort for every character.
    private mutating func makeRoom(for cost: Int) {
        let goal = max(0, min(limit - cost, limit * 3 / 4))
        for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard bytes > goal else { return }
            entries[key] = nil
            bytes -= entry.image.cost
        }
    }
}
