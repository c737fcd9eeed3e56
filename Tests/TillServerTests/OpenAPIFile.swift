// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Yams

/// The file `openapi.yaml` of the project, read by another parser than the daemon has.
struct OpenAPIFile {
    /// One path with one method.
    struct Operation {
        /// Such as `POST /v1/orders/{id}/cancel`.
        let name: String
        let body: [String: Any]

        var id: String { body["operationId"] as? String ?? "" }

        /// The route's name in the daemon: whatever a member of the path is called, it is `:id` there.
        var route: String { name.replacing(/\{[a-z]+\}/, with: ":id") }

        /// The roles of which one is needed; nil if nobody has to say who they are.
        var roles: Set<String>? {
            let needs = body["security"] as? [[String: [String]]] ?? []
            return needs.isEmpty ? nil : Set(needs.flatMap { $0["token"] ?? [] })
        }
    }

    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let url = project.appending(path: "Sources/Surface/TillServer/Description/openapi.yaml")

    let text: String
    let root: [String: Any]

    init() throws {
        text = try String(contentsOf: Self.url, encoding: .utf8)
        root = try #require(Self.plain(try Yams.load(yaml: text) as Any) as? [String: Any])
    }

    /// What YAML gives, as what JSON would.
    private static func plain(_ value: Any) -> Any {
        if let map = value as? [AnyHashable: Any] {
            return Dictionary(uniqueKeysWithValues: map.map { ("\($0.key)", plain($0.value)) })
        }
        if let list = value as? [Any] { return list.map { plain($0) } }
        return value
    }

    /// Every path with each of its methods, by name.
    var operations: [Operation] {
        let paths = root["paths"] as? [String: [String: Any]] ?? [:]
        return paths.flatMap { path, methods in
            methods.map { method, body in
                Operation(name: "\(method.uppercased()) \(path)", body: body as? [String: Any] ?? [:])
            }
        }.sorted { $0.name < $1.name }
    }

    /// What a reference leads to, at any length; the value itself if it is none.
    func resolved(_ value: Any?) throws -> [String: Any] {
        var found = try #require(value as? [String: Any])
        while let reference = found["$ref"] as? String {
            found = try #require(part(reference) as? [String: Any], "\(reference) leads nowhere")
        }
        return found
    }

    /// What stands at `#/components/…`; nil if nothing does.
    func part(_ reference: String) -> Any? {
        reference.split(separator: "/").dropFirst().reduce(root as Any?) { place, step in
            (place as? [String: Any])?[String(step)]
        }
    }

    /// A group of the components, such as `schemas`.
    func components(_ group: String) -> [String: Any] { part("#/components/\(group)") as? [String: Any] ?? [:] }

    /// The parameters of an operation, references followed.
    func parameters(_ operation: Operation) throws -> [[String: Any]] {
        try (operation.body["parameters"] as? [Any] ?? []).map { try resolved($0) }
    }

    /// Every reference of the file.
    var references: Set<String> {
        var found: Set<String> = []
        func look(_ value: Any) {
            if let map = value as? [String: Any] {
                if let reference = map["$ref"] as? String { found.insert(reference) }
                map.values.forEach(look)
            } else if let list = value as? [Any] {
                list.forEach(look)
            }
        }
        look(root)
        return found
    }
}

extension OpenAPIFile {
    /// A schema's name, the examples' names and their values, of a body or an answer in JSON.
    struct Content {
        let mediaType: String
        let schema: String
        let examples: [String: Any]
    }

    /// What stands under `content`, one for each kind of JSON.
    func content(_ owner: [String: Any]) throws -> [Content] {
        let kinds = owner["content"] as? [String: [String: Any]] ?? [:]
        return try kinds.compactMap { type, part in
            guard type.hasSuffix("json") else { return nil }
            let reference = (part["schema"] as? [String: Any])?["$ref"] as? String ?? ""
            let examples = part["examples"] as? [String: Any] ?? [:]
            return Content(
                mediaType: type, schema: String(reference.split(separator: "/").last ?? ""),
                examples: try examples.mapValues { try #require(try resolved($0)["value"]) })
        }
    }

    /// JSON of a value.
    static func json(_ value: Any) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed]))
    }
}
