// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// The parts of an exchange as the log and recordings write them.
enum ExchangeRecord {
    /// The longest body that is kept whole, in bytes; of longer ones the digest is kept.
    static let longestBody = OpenPayBank.bodyLimit + 1
    /// Fields whose values are nobody's business.
    static let secretFields: Set<String> = ["authorization", "proxy-authorization", "cookie", "set-cookie"]
    /// What stands in the place of a secret.
    static let hidden = "***"

    /// A request's head and body.
    static func request(_ request: HTTPRequest, _ body: [UInt8]) -> JSONValue {
        let head = JSONValue.object(
            ("method", .string(request.method.rawValue)), ("scheme", request.scheme.map { .string($0) }),
            ("authority", request.authority.map { .string($0) }), ("path", request.path.map { .string($0) }),
            ("fields", fields(request.headerFields)))
        return head.adding(self.body(body))
    }

    /// What went back, and what the wire did to it.
    static func answer(_ delivery: Delivery, to request: HTTPRequest) -> JSONValue {
        switch delivery {
        case .answer(let head, let body, let delay):
            return message(head, body, to: request).adding([
                JSONMember(name: "wire", value: .string("whole")), JSONMember(name: "after_ms", value: .integer(delay)),
            ])
        case .lost(let delay):
            return .object(("wire", .string("lost")), ("after_ms", .integer(delay)))
        case .cut(let head, let body, let count, let delay):
            return message(head, body, to: request).adding([
                JSONMember(name: "wire", value: .string("cut")),
                JSONMember(name: "after_bytes", value: .integer(Int64(count))),
                JSONMember(name: "after_ms", value: .integer(delay)),
            ])
        }
    }

    /// What a request's signature covers; nil without one.
    static func signed(_ request: HTTPRequest) -> JSONValue? {
        signed(request.headerFields) { label throws(SigningError) in
            try MessageSignature.base(of: request, signedAs: label)
        }
    }

    /// Why an answer refuses, where it is a problem document.
    static func refusal(_ delivery: Delivery) -> JSONValue? {
        guard case .answer(let head, let body, _) = delivery, head.status.code >= 400,
            head.headerFields[.contentType]?.hasPrefix("application/problem+json") == true,
            // A body that a script has spoilt gives no reasons.
            let problem = try? JSONParser.value(of: body)
        else { return nil }
        return .object(("code", problem["code"]), ("field", problem["field"]), ("why", problem["detail"]))
    }

    /// A body as text, in base64 where it is no UTF-8, or as its length and digest where it is long.
    static func body(_ bytes: [UInt8]) -> [JSONMember] {
        guard bytes.count <= longestBody else {
            return [
                JSONMember(name: "body_bytes", value: .integer(Int64(bytes.count))),
                JSONMember(name: "body_sha256", value: .string(Base64.encode(Digest.sha256(bytes)))),
            ]
        }
        if let text = String(validating: bytes, as: UTF8.self) {
            return [JSONMember(name: "body", value: .string(text))]
        }
        return [JSONMember(name: "body_base64", value: .string(Base64.encode(bytes)))]
    }

    /// Fields in their order, secrets hidden.
    static func fields(_ fields: HTTPFields) -> JSONValue {
        .array(
            fields.map { field in
                let isSecret = secretFields.contains(field.name.canonicalName)
                return .array([.string(field.name.rawName), .string(isSecret ? hidden : field.value)])
            })
    }

    private static func message(_ head: HTTPResponse, _ body: [UInt8], to request: HTTPRequest) -> JSONValue {
        let signed = signed(head.headerFields) { label throws(SigningError) in
            try MessageSignature.base(of: head, answering: request, signedAs: label)
        }
        return JSONValue.object(
            ("status", .integer(Int64(head.status.code))), ("fields", fields(head.headerFields)), ("signed", signed)
        ).adding(self.body(body))
    }

    private static func signed(
        _ fields: HTTPFields, _ base: (String) throws(SigningError) -> String
    ) -> JSONValue? {
        guard fields[.signatureInput] != nil || fields[.signature] != nil else { return nil }
        do throws(SigningError) {
            let all = try MessageSignature.parameters(in: fields)
            guard let ours = all.first(where: { $0.parameters.tag == RequestGuard.tag }) ?? all.first else {
                return .object(("unreadable", .string("there is no Signature-Input")))
            }
            let parameters = ours.parameters
            let known = JSONValue.object(
                ("key", parameters.keyID.map { .string($0) }), ("algorithm", parameters.algorithm.map { .string($0) }),
                ("created", parameters.created.map { .integer($0) }))
            do throws(SigningError) {
                return known.adding([JSONMember(name: "text", value: .string(withoutSecrets(try base(ours.label))))])
            } catch {
                return known.adding([JSONMember(name: "unreadable", value: .string(error.description))])
            }
        } catch {
            return .object(("unreadable", .string(error.description)))
        }
    }

    /// A signed text whose lines about secret fields are cut short.
    private static func withoutSecrets(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let name = line.dropFirst().prefix { $0 != "\"" }
            return secretFields.contains(String(name)) ? "\"\(name)\": \(hidden)" : String(line)
        }.joined(separator: "\n")
    }
}
