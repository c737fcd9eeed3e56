// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension OpenPayDesk {
    /// How many blanks a huge answer has at its end.
    static let hugeLength = 4 << 20

    /// What a script has an answer say otherwise than it is.
    func falsified(_ value: JSONValue, _ asked: PreparedCall) throws -> JSONValue {
        var value = value
        if try strikes(.answerOfAnother, asked) {
            let names = ["id", "order_no", "refund_no"].compactMap { name in
                value[name]?.text.map { (name, JSONValue.string("OTHER-\($0.suffix(20))")) }
            }
            value = value.replacing(Dictionary(uniqueKeysWithValues: names))
        }
        if try strikes(.answerWrongAmount, asked), let amount = value["amount"], let minor = amount["value"]?.whole {
            value = value.replacing(["amount": amount.replacing(["value": .integer(minor + 1)])])
        }
        if try strikes(.answerWrongMerchant, asked) { value = value.replacing(["merchant": .string("M-OTHER")]) }
        if try strikes(.codeMissing, asked) { value = value.without(["code"]) }
        return value
    }

    /// What a script makes of an answer that is signed already.
    func spoilt(
        _ message: (HTTPResponse, [UInt8]), _ asked: PreparedCall, _ answering: SignedAnswer
    ) throws -> (HTTPResponse, [UInt8]) {
        let (head, body) = message
        if try strikes(.answerBadlySigned, asked) { return answering.badlySigned(message) }
        if try strikes(.answerUnsigned, asked) { return (Self.unsigned(head), body) }
        if try strikes(.answerUnknownKey, asked) {
            let stranger = SignedAnswer(keys: try strangerKeys(), request: answering.request, now: answering.now)
            return stranger.bytes(head.status, head.headerFields[.contentType] ?? "application/json", body)
        }
        if try strikes(.answerTampered, asked) { return (head, body + [0x20]) }
        if try strikes(.answerNoJSON, asked) {
            return answering.bytes(head.status, "application/json", Array("thank you, come again".utf8))
        }
        if try strikes(.answerHuge, asked) {
            let blanks = [UInt8](repeating: 0x20, count: Self.hugeLength)
            return answering.bytes(head.status, "application/json", body + blanks)
        }
        if try strikes(.http502, asked) { return Self.proxyAnswer }
        return message
    }

    /// Sends a call elsewhere, without a signature.
    static func elsewhere(_ request: HTTPRequest) -> (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: .temporaryRedirect)
        response.headerFields[.location] = "/moved\(request.path ?? "/")"
        response.headerFields[.cacheControl] = "no-store"
        return (response, [])
    }

    /// A key that nobody was told of; it is made of the bank's random numbers.
    ///
    /// Source: RFC 8410, section 7: PKCS#8 around the 32 bytes of the key.
    func strangerKeys() throws(SigningError) -> PlatformKeys {
        let head: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
        let secret = (0..<4).flatMap { _ in
            let number = draw()
            return (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        let text = Base64.encode(head + secret)
        return PlatformKeys(
            id: "stranger_1",
            signing: try SigningKey(pem: "-----BEGIN PRIVATE KEY-----\n\(text)\n-----END PRIVATE KEY-----\n"))
    }

    private static func unsigned(_ head: HTTPResponse) -> HTTPResponse {
        var head = head
        head.headerFields[.signature] = nil
        head.headerFields[.signatureInput] = nil
        return head
    }

    private static var proxyAnswer: (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: .badGateway)
        response.headerFields[.contentType] = "text/html"
        return (response, Array("<html><body><h1>502 Bad Gateway</h1></body></html>\n".utf8))
    }
}
