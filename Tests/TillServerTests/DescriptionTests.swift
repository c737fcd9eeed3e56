// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@testable import TillServer

@Suite struct `The description of the API` {
    private let file: OpenAPIFile

    init() throws { file = try OpenAPIFile() }

    private static func server() throws -> TillServer {
        let clock = WorldClock(seed: 1)
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
        return Shop.server(ledger, Shop.Surroundings())
    }

    @Test func `is served as it lies in the project`() async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.door.send(.get("/v1/openapi.yaml").showing(nil))

            #expect(reply.status == 200)
            #expect(reply.mediaType == "application/yaml")
            #expect(reply.text == file.text)
        }
    }

    @Test func `is in the daemon as the script puts it there`() async throws {
        let script = OpenAPIFile.project.appending(path: "Scripts/describe").path

        let output = try await BlockingThread.run { try ForeignTool.run("python3", [script, "--check"]) }

        #expect(output.isEmpty)
    }

    @Test func `has every route, and no other`() throws {
        let routes = Set(try Self.server().routes.map(\.name))

        let described = Set(file.operations.map(\.route))

        #expect(described.subtracting(routes) == [])
        #expect(routes.subtracting(described) == [])
        #expect(file.operations.count == routes.count)
    }

    @Test func `says of every route who may call it, as the table does`() throws {
        for operation in file.operations {
            let terms = RouteTable.terms(of: operation.route)

            let told = terms.roles.map { Set($0.map(\.rawValue)).union(["admin"]) }
            #expect(operation.roles == told, "\(operation.name)")
        }
        #expect(Set(RouteTable.rows.keys) == Set(file.operations.map(\.route)))
    }

    @Test func `has every member of a query, and no other`() throws {
        for operation in file.operations {
            let names = try file.parameters(operation).filter { $0["in"] as? String == "query" }
                .compactMap { $0["name"] as? String }

            #expect(Set(names) == RouteTable.terms(of: operation.route).query, "\(operation.name)")
            #expect(Set(names).count == names.count)
        }
    }

    @Test func `has every code of a problem with its status and an example of it`() throws {
        let schema = try file.resolved(file.components("schemas")["Problem"])
        let words = ((schema["properties"] as? [String: Any])?["code"] as? [String: Any])?["enum"] as? [String] ?? []
        var shown: [String: Int] = [:]
        for (_, response) in file.components("responses") {
            for content in try file.content(try file.resolved(response)) {
                #expect(content.mediaType == Problem.mediaType)
                for (name, value) in content.examples {
                    let problem = try WireJSON.message(Problem.self, from: try OpenAPIFile.json(value))
                    #expect(problem.code.rawValue == name)
                    #expect(problem.title == problem.code.phrase, "\(name)")
                    shown[name] = problem.status
                }
            }
        }

        let ours = Dictionary(uniqueKeysWithValues: ProblemCode.allCases.map { ($0.rawValue, $0.status) })
        #expect(Set(words) == Set(ours.keys))
        #expect(words.count == Set(words).count)
        #expect(shown == ours)
    }

    @Test func `says of every path which problems it has, under their status`() throws {
        for operation in file.operations {
            let responses = operation.body["responses"] as? [String: [String: Any]] ?? [:]
            var codes: [ProblemCode] = []
            for (status, response) in responses where status >= "400" {
                let told = (response["description"] as? String ?? "").matches(of: /`([a-z_]+)`/)
                #expect(!told.isEmpty, "\(operation.name) \(status)")
                for match in told {
                    let code = try #require(ProblemCode(rawValue: String(match.1)), "\(match.1)")
                    #expect("\(code.status)" == status, "\(operation.name) \(code)")
                    codes.append(code)
                }
            }
            #expect(responses.keys.contains { $0.hasPrefix("2") }, "\(operation.name)")
            #expect(codes.contains(.unauthorized) == (operation.roles != nil), "\(operation.name)")
            #expect(codes.contains(.hostRefused) && codes.contains(.originRefused), "\(operation.name)")
            #expect(codes.contains(.unsupportedMediaType) == operation.name.hasPrefix("POST"), "\(operation.name)")
        }
    }

    @Test func `asks for a key wherever the daemon does`() async throws {
        for operation in file.operations where operation.name.hasPrefix("POST") {
            let needsKey = try file.parameters(operation).contains { $0["name"] as? String == "Idempotency-Key" }
            try await Shop.open { shop in
                let path = String(operation.name.dropFirst("POST ".count)).replacing(/\{[a-z]+\}/, with: "X1")
                let body = try file.resolved(operation.body["requestBody"])
                let example = try #require(try file.content(body).first?.examples.values.first)

                let reply = try await shop.send(
                    .post(path, String(decoding: try OpenAPIFile.json(example), as: UTF8.self), key: nil))

                let isAsked = reply.status >= 400 ? try reply.problem().code == .idempotencyKeyMissing : false
                #expect(isAsked == needsKey, "\(operation.name) \(reply.text)")
            }
        }
    }

    @Test func `leads nowhere but to what is there, and has nothing that nobody leads to`() throws {
        let references = file.references

        for reference in references { #expect(file.part(reference) != nil, "\(reference)") }
        for group in ["parameters", "headers", "links", "responses", "examples", "schemas"] {
            for name in file.components(group).keys where (group, name) != ("responses", "MethodNotAllowed") {
                #expect(references.contains("#/components/\(group)/\(name)"), "\(group) \(name)")
            }
        }
        let ids = file.operations.map(\.id)
        #expect(Set(ids).count == ids.count)
        for (name, link) in file.components("links") {
            let target = try file.resolved(link)
            #expect(ids.contains(target["operationId"] as? String ?? ""), "\(name)")
        }
    }

    @Test func `is drawn as a page that loads nothing and runs nothing`() async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.door.send(.get("/v1/docs").showing(nil))

            #expect(reply.status == 200)
            #expect(reply.mediaType == "text/html; charset=utf-8")
            for word in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", " style=\"", "javascript:"] {
                #expect(!reply.text.contains(word), "\(word)")
            }
            // Only the file beside it is led to, and places on the page.
            for match in reply.text.matches(of: /href="([^"]*)"/) {
                #expect(match.1.hasPrefix("#") || match.1 == "/v1/openapi.yaml", "\(match.1)")
            }
            for operation in file.operations { #expect(reply.text.contains(#"id="\#(operation.id)""#)) }
            for code in ProblemCode.allCases { #expect(reply.text.contains(#"id="code-\#(code.rawValue)""#)) }
            for name in file.components("schemas").keys { #expect(reply.text.contains(#"id="schema-\#(name)""#)) }
            #expect(reply.text.contains(#"name="viewport" content="width=device-width, initial-scale=1""#))
        }
    }

    @Test func `has a page whose style is the one that its policy names`() async throws {
        try await Shop.open { shop in
            let folder = try TemporaryFolder()
            let reply = try await shop.send(.get("/v1/docs"))
            let style = try #require(reply.text.firstMatch(of: /<style>((?s).*?)<\/style>/)).1

            let content = try folder.file("style", Array(style.utf8))
            let digest = try await BlockingThread.run {
                try ForeignTool.run("openssl", ["dgst", "-sha256", "-binary", content.path])
            }

            let policy = try #require(reply.fields["content-security-policy"])
            #expect(policy.contains("style-src 'sha256-\(digest.base64EncodedString())'"))
        }
    }
}
