// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Yams

/// Collects what is wrong with a configuration, so that all of it is told at once.
final class SettingsFaults {
    /// One sentence a fault, with the line it stands on if it stands on one.
    private(set) var sentences: [String] = []

    func add(_ key: String, _ what: String, line: Int? = nil) {
        let sentence = "\(YAMLText.shown(key, longest: 100)): \(YAMLText.shown(what, longest: 500))"
        sentences.append(line.map { "line \($0): \(sentence)" } ?? sentence)
    }
}

/// A mapping of the configuration that is being read: typed values out, faults collected, and at
/// the end every key that nobody asked for.
///
/// An environment variable overrides a value: `TILLD_SALES_DEADLINE` is `sales.deadline`.
final class SettingsSection {
    let path: String
    let faults: SettingsFaults
    private let nodes: [String: Node]
    private let lines: [String: Int]
    private let environment: [String: String]
    private var asked: Set<String> = []

    init(
        _ node: Node?, path: String, environment: [String: String], faults: SettingsFaults
    ) {
        self.path = path
        self.environment = environment
        self.faults = faults
        var nodes: [String: Node] = [:]
        var lines: [String: Int] = [:]
        if let mapping = node?.mapping {
            for (key, value) in mapping {
                guard let name = key.string else { continue }
                if nodes[name] != nil {
                    faults.add(Self.join(path, name), "stands twice", line: key.mark?.line)
                }
                nodes[name] = value
                lines[name] = key.mark?.line ?? value.mark?.line
            }
        } else if let node, node.null == nil {
            faults.add(
                path.isEmpty ? "the configuration" : path, "must be a mapping of keys and values",
                line: node.mark?.line)
        }
        self.nodes = nodes
        self.lines = lines
    }

    /// The names that stand here.
    var names: [String] { nodes.keys.sorted() }

    /// Whether a key stands here.
    func has(_ key: String) -> Bool { nodes[key] != nil }

    /// Whether what stands here is neither a text nor nothing, which ``text(_:)`` notes.
    func isNoText(_ key: String) -> Bool {
        guard let node = nodes[key], environment[variable(key)] == nil else { return false }
        return node.scalar == nil
    }

    /// A section within this one; empty if it does not stand here.
    func section(_ key: String) -> SettingsSection {
        asked.insert(key)
        return SettingsSection(
            nodes[key], path: Self.join(path, key), environment: environment, faults: faults)
    }

    /// A list of sections; empty if it does not stand here.
    func sections(_ key: String) -> [SettingsSection] {
        asked.insert(key)
        guard let node = nodes[key], node.null == nil else { return [] }
        guard let items = node.sequence else {
            fault(key, "must be a list of sections such as [{ file: heads.txt }]")
            return []
        }
        return items.enumerated().map { index, item in
            SettingsSection(
                item, path: Self.join(path, "\(key)[\(index)]"), environment: environment, faults: faults)
        }
    }

    /// A text, or nil if it is not there.
    func text(_ key: String) -> String? {
        asked.insert(key)
        if let value = environment[variable(key)] { return value }
        guard let node = nodes[key], node.null == nil else { return nil }
        guard let text = node.scalar?.string else {
            fault(key, "must be a text")
            return nil
        }
        return text
    }

    /// A text that must be there.
    func requiredText(_ key: String) -> String {
        guard let text = text(key), !text.isEmpty else {
            if nodes[key]?.scalar != nil || nodes[key] == nil { fault(key, "is required") }
            return ""
        }
        return text
    }

    /// One of a few words.
    func word(_ key: String, among known: [String], otherwise: String) -> String {
        guard let text = text(key) else { return otherwise }
        guard known.contains(text) else {
            fault(key, "must be \(known.joined(separator: " or ")), and is \"\(text)\"")
            return otherwise
        }
        return text
    }

    /// A whole number.
    func number(_ key: String, in range: ClosedRange<Int>, otherwise: Int) -> Int {
        guard let text = text(key) else { return otherwise }
        guard let number = Int(text), range.contains(number) else {
            fault(
                key,
                "must be a whole number from \(range.lowerBound) to \(range.upperBound), and is \"\(text)\""
            )
            return otherwise
        }
        return number
    }

    /// A duration such as `90s`, `5m` or `1h`.
    func duration(_ key: String, in range: ClosedRange<Duration>, otherwise: Duration) -> Duration {
        guard let text = text(key) else { return otherwise }
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
            count >= 0, count < 1_000_000, range.contains(.seconds(count * unit))
        else {
            fault(
                key,
                "must be a time such as 90s or 5m, from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)), and is \"\(text)\""
            )
            return otherwise
        }
        return .seconds(count * unit)
    }

    /// A list of texts; empty if it is not there.
    func list(_ key: String) -> [String] {
        asked.insert(key)
        guard let node = nodes[key], node.null == nil else { return [] }
        guard let items = node.sequence else {
            fault(key, "must be a list such as [main]")
            return []
        }
        return items.compactMap { item in
            guard let text = item.scalar?.string else {
                fault(key, "must be a list of texts")
                return nil
            }
            return text
        }
    }

    /// Notes a fault of a key that stands here.
    func fault(_ key: String, _ what: String) {
        faults.add(Self.join(path, key), what, line: lines[key])
    }

    /// Notes every key that nobody asked for.
    func finish() {
        for name in names where !asked.contains(name) {
            let known = asked.sorted().joined(separator: ", ")
            fault(name, "is not a key here: these are: \(known)")
        }
    }

    private func variable(_ key: String) -> String {
        "TILLD_" + Self.join(path, key).uppercased().replacing(".", with: "_")
    }

    private static func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    private static func text(_ duration: Duration) -> String { "\(duration.components.seconds)s" }
}
