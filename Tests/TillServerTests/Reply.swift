// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillAPI

/// What came back.
struct Reply: Sendable {
    let status: Int
    /// Names in lower case.
    let fields: [String: String]
    let body: [UInt8]

    /// Reads a reply as it was on the wire; nil if it is none.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        self.status = status
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.fields = fields
        body = Array(bytes[end.upperBound...])
    }

    var text: String { String(decoding: body, as: UTF8.self) }
    var mediaType: String? { fields["content-type"] }
    var isReplay: Bool { fields["idempotency-replayed"] == "true" }

    func order() throws -> OrderResource { try WireJSON.message(OrderResource.self, from: body) }
    func problem() throws -> Problem { try WireJSON.message(Problem.self, from: body) }
    func events() throws -> EventPage { try WireJSON.message(EventPage.self, from: body) }

    /// The names of the JSON object's members, sorted.
    func members() throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return object?.keys.sorted() ?? []
    }
}
