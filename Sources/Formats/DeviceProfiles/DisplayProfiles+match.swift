// SPDX-License-Identifier: Apache-2.0

extension DisplayProfiles {
    /// Finds the profile of a display.
    ///
    /// - Returns: nil if none fits, or if several fit equally well: a person has to say which it is.
    package func profile(for facts: DisplayFacts) -> DisplayProfile? {
        let fitting = candidates(for: facts)
        guard let best = fitting.first, let score = best.match.score(of: best, facts) else { return nil }
        return fitting.dropFirst().contains { $0.match.score(of: $0, facts) == score } ? nil : best
    }

    /// The profiles that fit a display, the surest first.
    package func candidates(for facts: DisplayFacts) -> [DisplayProfile] {
        all.compactMap { profile in profile.match.score(of: profile, facts).map { (profile, $0) } }
            .sorted { ($0.1, $1.0.id) > ($1.1, $0.0.id) }
            .map(\.0)
    }
}

extension DisplayMatch {
    /// How sure it is that a display is of a profile; nil if it is not.
    ///
    /// Whatever both sides say has to agree, and one name has to.
    fileprivate func score(of profile: DisplayProfile, _ facts: DisplayFacts) -> Int? {
        let names = [
            named(framebuffers, facts.framebuffer.map { [$0] } ?? [], worth: 8, Self.isName),
            named(drivers, facts.driver.map { [$0] } ?? [], worth: 8, ==),
            named(compatible, facts.compatible, worth: 16, ==),
            named(connectors, facts.connector.map { [$0] } ?? [], worth: 4, Self.isSocket),
        ]
        guard !names.contains(.refuted) else { return nil }
        let sum = names.reduce(0) { $0 + $1.worth }
        guard sum > 0, let size = sizeWorth(profile.panel, facts), let room = roomWorth(profile.panel, facts)
        else { return nil }
        return sum + size + room
    }

    private enum Finding: Equatable {
        case silent
        case refuted
        case found(Int)

        var worth: Int {
            if case .found(let worth) = self { return worth }
            return 0
        }
    }

    private func named(
        _ stated: [String], _ seen: [String], worth: Int, _ agree: (String, String) -> Bool
    ) -> Finding {
        guard !stated.isEmpty, !seen.isEmpty else { return .silent }
        return stated.contains { one in seen.contains { agree(one, $0) } } ? .found(worth) : .refuted
    }

    private static func isName(_ pattern: String, _ name: String) -> Bool {
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : pattern == name
    }

    /// Whether `HDMI-A-1` is an `HDMI-A`.
    private static func isSocket(_ kind: String, _ connector: String) -> Bool {
        guard connector != kind else { return true }
        return connector.hasPrefix("\(kind)-") && connector.dropFirst(kind.count + 1).allSatisfy(\.isNumber)
    }

    /// A driver may have turned the picture already.
    private func sizeWorth(_ panel: PanelShape, _ facts: DisplayFacts) -> Int? {
        guard let size = panel.size else { return 0 }
        let isUpright = (facts.width, facts.height) == (size.width, size.height)
        let isTurned = (facts.width, facts.height) == (size.height, size.width)
        return isUpright || isTurned ? 2 : nil
    }

    private func roomWorth(_ panel: PanelShape, _ facts: DisplayFacts) -> Int? {
        guard let stated = panel.micrometres, let width = facts.widthMm, let height = facts.heightMm else { return 0 }
        let long = max(stated.width, stated.height)
        let seen = max(width, height) * 1000
        // Displays round their lengths, and some say those of the glass.
        return abs(long - seen) * 100 <= long * 15 ? 1 : nil
    }
}
