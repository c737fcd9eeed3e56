// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import ProviderKit
import Testing

/// An exchange as it is on the wire: a comment, the request, a line of ten dashes, the reply.
struct ExchangeFixture {
    /// `POST https://pay.example/v1/payments`.
    let line: String
    let fields: [String: String]
    let body: [UInt8]
    let status: Int
    let replyFields: [String: String]
    let replyBody: [UInt8]

    init(_ name: String) throws {
        let url = try #require(
            Bundle.module.url(
                forResource: name, withExtension: "exchange", subdirectory: "Fixtures"))
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = text.components(separatedBy: "\n----------\n")
        try #require(parts.count == 2)
        let request = Self.message(
            parts[0].components(separatedBy: "\n").dropFirst().joined(separator: "\n"))
        let reply = Self.message(String(parts[1].dropLast()))
        line = request.line
        fields = request.fields
        body = request.body
        status = try #require(Int(reply.line))
        replyFields = reply.fields
        replyBody = reply.body
    }

    /// The reply as it came to a request.
    func reply(to request: ProviderRequest) throws -> ProviderReply {
        var head = HTTPResponse(status: .init(code: status))
        for (name, value) in replyFields {
            head.headerFields[try #require(HTTPField.Name(name))] = value
        }
        return ProviderReply(head: head, body: replyBody, request: request)
    }

    /// Expects a request to be the one of the fixture, byte for byte.
    func expect(_ request: ProviderRequest, _ location: SourceLocation = #_sourceLocation) {
        let head = request.head
        #expect(
            "\(head.method) \(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
                == line,
            sourceLocation: location)
        let fields = Dictionary(head.headerFields.map { ($0.name.canonicalName, $0.value) }) {
            "\($0), \($1)"
        }
        let expected = Dictionary(self.fields.map { ($0.key.lowercased(), $0.value) }) {
            "\($0), \($1)"
        }
        #expect(fields == expected, sourceLocation: location)
        #expect(
            String(decoding: request.body, as: UTF8.self) == String(decoding: body, as: UTF8.self),
            sourceLocation: location)
    }

    private static func message(_ text: String) -> (
        line: String, fields: [String: String], body: [UInt8]
    ) {
        let halves = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = halves[0].split(separator: "\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ": ", maxSplits: 1)
            if pair.count == 2 { fields[String(pair[0])] = String(pair[1]) }
        }
        return (String(lines.first ?? ""), fields, halves.count > 1 ? Array(halves[1].utf8) : [])
    }
}
