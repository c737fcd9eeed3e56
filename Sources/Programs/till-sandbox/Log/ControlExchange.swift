// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One exchange of the log.
struct ControlExchange: Codable {
    /// What a signature covers.
    struct Signed: Codable {
        var key: String?
        var algorithm: String?
        var created: Int64?
        var text: String?
        var unreadable: String?
    }

    /// What was asked.
    struct Request: Codable {
        let method: String
        var scheme: String?
        var authority: String?
        var path: String?
        let fields: [[String]]
        var body: String?
        var body_base64: String?
        var body_bytes: Int?
        var body_sha256: String?
    }

    /// What came back, and how.
    struct Answer: Codable {
        var status: Int?
        var fields: [[String]]?
        var signed: Signed?
        var body: String?
        var body_base64: String?
        var body_bytes: Int?
        var body_sha256: String?
        let wire: String
        var after_bytes: Int?
        var after_ms: Int64?
    }

    /// Why it was refused.
    struct Refusal: Codable {
        var code: String?
        var field: String?
        var why: String?
    }

    let number: Int64
    /// "request", or "notify" for what the sandbox sent.
    let kind: String
    /// RFC 3339.
    let at: String
    var from: String?
    var merchant: String?
    var order_no: String?
    var script: String?
    var outcome: String?
    var struck: [String]?
    var `try`: Int64?
    var flaw: String?
    let request: Request
    var signed: Signed?
    var refused: Refusal?
    let answer: Answer

    /// The exchange as one line of JSON.
    func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
