// SPDX-License-Identifier: Apache-2.0

import Yams

/// One file of a folder of profiles, read but not yet joined with its base.
struct ProfileFile {
    /// The name with its ending.
    let name: String
    /// The keys that it may have.
    let schema: ProfileSchema
    /// The values by key path, such as `print.dpi`, the wrong ones too.
    private(set) var values: [String: Node] = [:]
    /// What is wrong with it by itself.
    private(set) var problems: [ProfileProblem] = []

    /// Reads a file's text; what is wrong is kept as a problem.
    init(name: String, yaml: String, schema: ProfileSchema) {
        self.name = name
        self.schema = schema
        if let objection = YAMLText.objection(to: yaml) {
            report(nil, objection)
            return
        }
        do {
            guard let mapping = try Yams.compose(yaml: yaml, .default, .default, .utf8)?.mapping else {
                report(nil, "has to be a mapping of keys: see the README beside the folder")
                return
            }
            read(mapping)
        } catch {
            report(nil, "is no YAML: \(Self.firstLine(of: error))")
        }
    }

    /// The text of a key.
    func text(_ path: String) -> String? { values[path].flatMap { ProfileKey.text($0) } }

    private mutating func read(_ mapping: Node.Mapping) {
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard schema.sections.contains(name) else {
                take(value, section: nil, name: name)
                continue
            }
            if let whole = schema.key(name, nil) {
                take(value, as: whole)
            } else if let fields = value.mapping {
                for (field, value) in fields { take(value, section: name, name: field.string ?? "") }
            } else {
                report(name, "has to be a section with keys of its own")
            }
        }
        let id = text("id")
        if let id, "\(id).yaml" != self.name {
            report("id", "is \(id): it has to be the name of the file")
        }
    }

    private mutating func take(_ value: Node, section: String?, name: String) {
        guard let key = schema.key(section, name) else {
            let path = [section, name].compactMap(\.self).joined(separator: ".")
            report(path, "is not a key of \(schema.noun): correct or remove it")
            return
        }
        take(value, as: key)
    }

    private mutating func take(_ value: Node, as key: ProfileKey) {
        // A key with a wrong value counts as given, so that it is not reported as missing too.
        guard values.updateValue(value, forKey: key.path) == nil else {
            // The reader of YAML takes `5` and `"5"` for different keys; we do not.
            report(key.path, "stands twice: remove one")
            return
        }
        if let objection = key.objection(to: value) { report(key.path, objection) }
    }

    private mutating func report(_ key: String?, _ message: String) {
        problems.append(ProfileProblem(file: name, key: key, message: message))
    }

    private static func firstLine(of error: any Error) -> String {
        String("\(error)".split(whereSeparator: \.isNewline).first ?? "it cannot be read")
    }
}
