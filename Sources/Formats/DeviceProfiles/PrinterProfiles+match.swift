// SPDX-License-Identifier: Apache-2.0

extension PrinterProfiles {
    /// Finds the profile of a printer.
    ///
    /// - Returns: nil if none fits, or if several fit equally well: a person has to say which it is.
    package func profile(for facts: PrinterFacts) -> PrinterProfile? {
        let scored = scored(facts)
        guard let best = scored.first, scored.dropFirst().first?.score != best.score else { return nil }
        return best.profile
    }

    /// The profiles that fit a printer, the surest first.
    package func candidates(for facts: PrinterFacts) -> [PrinterProfile] { scored(facts).map(\.profile) }

    private func scored(_ facts: PrinterFacts) -> [(profile: PrinterProfile, score: Int)] {
        all.compactMap { profile in profile.match.score(facts).map { (profile, $0) } }
            .sorted { ($0.1, $1.0.id) > ($1.1, $0.0.id) }
    }
}

extension DeviceMatch {
    /// How sure it is that a printer is of a model; nil if nothing says so, or its own name says otherwise.
    fileprivate func score(_ facts: PrinterFacts) -> Int? {
        var score = 0
        if let gsI, let seen = facts.gsI {
            guard Self.same(gsI, seen) else { return nil }
            score += 8
        }
        if let ieee1284, let seen = facts.ieee1284 {
            guard Self.names(in: ieee1284, agreeWith: Self.names(in: seen)) else { return nil }
            score += 4
        }
        if let seen = facts.usb?.lowercased() {
            if usb.contains(seen) {
                score += 2
            } else if usb.contains("\(seen.prefix(5))*") {
                score += 1
            }
        }
        return score > 0 ? score : nil
    }

    /// Reads `KEY:value;` pairs, the long names of the standard as the short ones.
    private static func names(in id: String) -> [String: String] {
        var names: [String: String] = [:]
        for part in id.split(separator: ";").prefix(32) {
            let sides = part.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let key = folded(String(sides[0]))
            names[["MANUFACTURER": "MFG", "MODEL": "MDL", "COMMAND SET": "CMD"][key] ?? key] = String(sides[1])
        }
        return names
    }

    /// Whether an id says everything that the profile asks for.
    private static func names(in wanted: String, agreeWith seen: [String: String]) -> Bool {
        let wanted = names(in: wanted)
        return !wanted.isEmpty && wanted.allSatisfy { key, value in seen[key].map { same(value, $0) } == true }
    }

    private static func same(_ one: String, _ other: String) -> Bool { folded(one) == folded(other) }

    /// Capitals, without what stands around: some models pad their names with spaces or a zero byte.
    private static func folded(_ text: String) -> String {
        let bare = text.unicodeScalars.filter { $0.value > 0x1F && $0.value != 0x7F }
        var rest = String(String.UnicodeScalarView(bare)).uppercased()[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
