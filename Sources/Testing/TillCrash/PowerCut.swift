// SPDX-License-Identifier: Apache-2.0

import CFaultBoard
import Foundation

/// What is left of the ledger when the power fails: everything that was synced, and of the rest any part.
///
/// Each sector of 512 bytes that was written since the last sync holds what it held at some moment since then.
struct PowerCut {
    /// Sectors that went back in time.
    private(set) var lost = 0
    /// Sectors that were written in time though nobody asked for it.
    private(set) var kept = 0

    private static let sector = 512

    private struct Image {
        let offset: Int
        let bytes: Data
        let size: Int
    }

    /// Takes the power from a daemon that has just died, and forgets what is remembered.
    mutating func happen(to shop: Shop, _ dice: inout Dice) throws {
        guard let memory = FileManager.default.contents(atPath: shop.disk) else { return }
        let images = Self.images(of: memory)
        for (file, path) in [shop.ledger, "\(shop.ledger)-wal"].enumerated() where !images[file].isEmpty {
            try goBack(path, images[file], &dice)
        }
        unlink(shop.disk)
    }

    /// What was there before each write since the last sync, by file.
    private static func images(of memory: Data) -> [[Image]] {
        var images: [[Image]] = [[], []]
        let size = MemoryLayout<tilld_fault_record>.size
        var place = memory.startIndex
        while place + size <= memory.endIndex {
            let record = memory[place..<place + size].withUnsafeBytes {
                $0.loadUnaligned(as: tilld_fault_record.self)
            }
            place += size
            let file = Int(record.file)
            guard images.indices.contains(file) else { break }
            if record.what == 2 {
                images[file] = []
            } else {
                let end = place + Int(record.length)
                guard end <= memory.endIndex else { break }
                images[file].append(
                    Image(offset: Int(record.offset), bytes: Data(memory[place..<end]), size: Int(record.size)))
                place = end
            }
        }
        return images
    }

    private mutating func goBack(_ path: String, _ images: [Image], _ dice: inout Dice) throws {
        let file = open(path, O_RDWR | O_CLOEXEC)
        // A log that a checkpoint has removed is gone.
        guard file >= 0 else { return }
        defer { close(file) }
        // A cut in which nothing of it arrived, all of it, or any part.
        let mood = dice.roll(3)
        // Of each sector, what it held before each write, the newest first.
        var versions: [Int: [Data]] = [:]
        for image in images.reversed() {
            var start = image.offset
            while start < image.offset + image.bytes.count {
                let number = start / Self.sector
                let end = min((number + 1) * Self.sector, image.offset + image.bytes.count)
                let first = image.bytes.startIndex + start - image.offset
                let part = image.bytes[first..<first + end - start]
                var whole = versions[number]?.last ?? Self.read(file, number)
                let within = start % Self.sector
                whole.replaceSubrange(within..<within + part.count, with: part)
                versions[number, default: []].append(whole)
                start = end
            }
        }
        for (number, before) in versions.sorted(by: { $0.key < $1.key }) {
            let choice = mood == 0 ? before.count - 1 : mood == 1 ? before.count : dice.roll(before.count + 1)
            guard choice < before.count else {
                kept += 1
                continue
            }
            lost += 1
            before[choice].withUnsafeBytes { _ = pwrite(file, $0.baseAddress, $0.count, off_t(number * Self.sector)) }
        }
        var facts = stat()
        if let size = images.first?.size, fstat(file, &facts) == 0, Int(facts.st_size) > size,
            mood == 0 || (mood == 2 && dice.roll(2) == 0)
        {
            ftruncate(file, off_t(size))
        }
    }

    private static func read(_ file: Int32, _ number: Int) -> Data {
        var bytes = Data(count: sector)
        bytes.withUnsafeMutableBytes { _ = pread(file, $0.baseAddress, sector, number * sector) }
        return bytes
    }
}
