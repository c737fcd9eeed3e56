// SPDX-License-Identifier: Apache-2.0

/// Follows the sections that use each other, and finds those that never end.
struct SlipLayoutUses {
    /// The sections by name.
    private let sections: [String: [SlipNode]]
    /// How deep the uses of a section go, once that is known; nil inside is without end.
    private var depths: [String: Int?] = [:]

    /// How many sections deep one may use another.
    static let deepest = 8

    /// Takes sections by name.
    init(sections: [String: [SlipNode]]) { self.sections = sections }

    /// What is wrong with the uses of some sections.
    mutating func problems(of names: Set<String>) -> [SlipProblem] {
        var problems: [SlipProblem] = []
        for name in names.sorted() {
            for (used, line) in Self.uses(in: sections[name] ?? []) {
                if sections[used] == nil {
                    problems.append(SlipProblem(line: line, "there is no section [\(used)]: write one"))
                } else if (depth(of: name, below: []) ?? .max) > Self.deepest {
                    problems.append(
                        SlipProblem(
                            line: line,
                            "[\(used)] comes back to itself, or is more than \(Self.deepest) sections deep: use fewer"))
                }
            }
        }
        return problems
    }

    /// How deep the uses of a section go; nil if they come back to where they were.
    ///
    /// Each section is followed once: sections that use others many times over cost no more.
    private mutating func depth(of name: String, below: Set<String>) -> Int? {
        if let known = depths[name] { return known }
        guard !below.contains(name), below.count <= Self.deepest else { return nil }
        var deepest: Int? = 0
        for used in Set(Self.uses(in: sections[name] ?? []).map(\.name)).sorted() {
            guard let depth = depth(of: used, below: below.union([name])) else {
                deepest = nil
                break
            }
            deepest = max(deepest ?? 0, depth)
        }
        let depth = deepest.map { $0 + 1 }
        depths.updateValue(depth, forKey: name)
        return depth
    }

    private static func uses(in nodes: [SlipNode]) -> [(name: String, line: Int)] {
        nodes.flatMap { node -> [(name: String, line: Int)] in
            switch node {
            case .use(let name, let line): [(name, line)]
            case .choice(_, let then, let otherwise): uses(in: then) + uses(in: otherwise)
            case .each(_, let inner): uses(in: inner)
            default: []
            }
        }
    }
}
