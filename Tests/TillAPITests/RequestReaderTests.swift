// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillAPI

@Suite struct `Reading requests strictly` {
    /// A body, the code of its problem, and the path of the member that is to blame.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let body: String
        let code: ProblemCode
        let field: String?

        init(_ body: String, _ code: ProblemCode, _ field: String? = nil) {
            self.body = body
            self.code = code
            self.field = field
        }

        var testDescription: String { String(body.prefix(70)) }
    }

    static let amount = #""amount":{"value":1250,"currency":"CNY"}"#

    static func with(_ member: String) -> String { "{\(amount),\(member)}" }

    static func amount(_ members: String) -> String { #"{"amount":{\#(members)}}"# }

    static let malformed: [Refusal] = [
        Refusal("", .malformed),
        Refusal(" \n", .malformed),
        Refusal("{", .malformed),
        Refusal("nul", .malformed),
        Refusal("NaN", .malformed),
        Refusal("{}}", .malformed),
        Refusal("{} {}", .malformed),
        Refusal("{\(amount)} x", .malformed),
        Refusal("{\(amount),}", .malformed),
        Refusal("{,\(amount)}", .malformed),
        Refusal("\u{FEFF}{}", .malformed),
        Refusal("{'amount':1}", .malformed),
        Refusal("// tea\n{}", .malformed),
        Refusal("{\(amount) \(amount)}", .malformed, "amount"),
        Refusal(#"{"amount" {}}"#, .malformed, "amount"),
        Refusal(#"{"amount":{"value":01}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":+1}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":.5}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":5.}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":-}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":1e}}"#, .malformed, "amount.value"),
        Refusal(#"{"amount":{"value":0x10}}"#, .malformed, "amount.value"),
        Refusal(with(#""subject":"a"#), .malformed, "subject"),
        Refusal(with(#""subject":"\x""#), .malformed, "subject"),
        Refusal(with(#""subject":"\u12G4""#), .malformed, "subject"),
        Refusal(with(#""subject":"\uD800""#), .malformed, "subject"),
        Refusal(with(#""subject":"\uD800A""#), .malformed, "subject"),
        Refusal(with(#""subject":"\uDC00""#), .malformed, "subject"),
        Refusal(with("\"subject\":\"a\nb\""), .malformed, "subject"),
        Refusal(with("\"subject\":\"a\u{0}b\""), .malformed, "subject"),
        Refusal("{\(amount),\(amount)}", .malformed, "amount"),
        Refusal(amount(#""value":1,"value":1"#), .malformed, "amount.value"),
        Refusal(with(#""subject":"a","subject":"b""#), .malformed, "subject"),
        Refusal(with(#""metadata":{"a":"1","a":"2"}"#), .malformed, "metadata.a"),
        Refusal(
            String(repeating: "[", count: 17), .malformed,
            "[0]" + String(repeating: "[0]", count: 15)),
        Refusal(
            with(#""x":"# + String(repeating: "[", count: 16) + String(repeating: "]", count: 16)),
            .malformed,
            "x" + String(repeating: "[0]", count: 15)),
    ]

    static let wrong: [Refusal] = [
        Refusal("[]", .wrongType),
        Refusal("null", .wrongType),
        Refusal(#""text""#, .wrongType),
        Refusal("{}", .missingField, "amount"),
        Refusal(#"{"amount":null}"#, .wrongType, "amount"),
        Refusal(#"{"amount":1250}"#, .wrongType, "amount"),
        Refusal(#"{"amount":"12.50"}"#, .wrongType, "amount"),
        Refusal(amount(""), .missingField, "amount.value"),
        Refusal(amount(#""currency":"CNY""#), .missingField, "amount.value"),
        Refusal(amount(#""value":1250"#), .missingField, "amount.currency"),
        Refusal(amount(#""value":12.0,"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":1e3,"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":"12","currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":true,"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":[1],"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(
            amount(#""value":9223372036854775808,"currency":"CNY""#), .invalidValue, "amount.value"),
        Refusal(
            amount(#""value":-9223372036854775809,"currency":"CNY""#), .invalidValue, "amount.value"
        ),
        Refusal(
            amount(#""value":100000000000000000000000000000000,"currency":"CNY""#), .invalidValue,
            "amount.value"),
        Refusal(amount(#""value":1,"decimal":"1","currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(amount(#""decimal":12.5,"currency":"CNY""#), .wrongType, "amount.decimal"),
        Refusal(amount(#""decimal":"","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"12,50","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"1 000","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"-1","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":".5","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"5.","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"1.2.3","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""decimal":"１２","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(amount(#""value":1,"currency":"cny""#), .unknownCurrency, "amount.currency"),
        Refusal(amount(#""value":1,"currency":"RENMINBI""#), .unknownCurrency, "amount.currency"),
        Refusal(amount(#""value":1,"currency":156"#), .wrongType, "amount.currency"),
        Refusal(amount(#""value":1,"currency":"CNY","unit":"fen""#), .unknownField, "amount.unit"),
        Refusal(with(#""Subject":"Tea""#), .unknownField, "Subject"),
        Refusal(with("\"a\\u001b[2J\":1"), .unknownField, "a\u{FFFD}[2J"),
        Refusal(with(#""subject":1"#), .wrongType, "subject"),
        Refusal(with(#""subject":"""#), .invalidValue, "subject"),
        Refusal(with(#""subject":"a\u001bb""#), .invalidValue, "subject"),
        Refusal(with(#""subject":"a\u202eb""#), .invalidValue, "subject"),
        Refusal(with(#""subject":"a\u0085b""#), .invalidValue, "subject"),
        Refusal(
            with(#""subject":"\#(String(repeating: "茶", count: 129))""#), .invalidValue, "subject"),
        Refusal(
            with(#""subject":"\#(String(repeating: "a", count: 4097))""#), .invalidValue, "subject"),
        Refusal(
            with(#""reference":"\#(String(repeating: "a", count: 65))""#), .invalidValue,
            "reference"),
        Refusal(with(#""reference":"茶""#), .invalidValue, "reference"),
        Refusal(with(#""reference":"a\tb""#), .invalidValue, "reference"),
        Refusal(with(#""account":{}"#), .wrongType, "account"),
        Refusal(with(#""deadline_seconds":0"#), .invalidValue, "deadline_seconds"),
        Refusal(with(#""deadline_seconds":-5"#), .invalidValue, "deadline_seconds"),
        Refusal(with(#""deadline_seconds":86401"#), .invalidValue, "deadline_seconds"),
        Refusal(with(#""deadline_seconds":60.0"#), .wrongType, "deadline_seconds"),
        Refusal(with(#""deadline_seconds":"60""#), .wrongType, "deadline_seconds"),
        Refusal(with(#""metadata":[]"#), .wrongType, "metadata"),
        Refusal(with(#""metadata":{"a":1}"#), .wrongType, "metadata.a"),
        Refusal(with(#""metadata":{"a":null}"#), .wrongType, "metadata.a"),
        Refusal(with(#""metadata":{"":"1"}"#), .invalidValue, "metadata."),
        Refusal(with(#""metadata":{"a":"\n"}"#), .invalidValue, "metadata.a"),
        Refusal(
            with(#""metadata":{"\#(String(repeating: "k", count: 41))":"1"}"#), .invalidValue,
            "metadata." + String(repeating: "k", count: 41)),
        Refusal(
            with(#""metadata":{"a":"\#(String(repeating: "v", count: 257))"}"#), .invalidValue,
            "metadata.a"),
        Refusal(
            with(#""metadata":{\#((0..<17).map { "\"k\($0)\":\"\"" }.joined(separator: ","))}"#),
            .invalidValue,
            "metadata"),
    ]

    @Test(arguments: malformed + wrong)
    func `a bad body is refused by code and by field`(refusal: Refusal) {
        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(OpenOrderRequest.self, from: Array(refusal.body.utf8))
        }

        #expect(problem?.code == refusal.code)
        #expect(problem?.field == refusal.field)
        #expect(problem?.status == refusal.code.status)
        #expect(problem.map { !$0.detail.isEmpty && !$0.detail.hasSuffix(".") } == true)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let body =
            Array(#"{"amount":{"value":1,"currency":"CNY"},"subject":""#.utf8) + [0xC3, 0x28]
            + Array("\"}".utf8)

        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(OpenOrderRequest.self, from: body)
        }

        #expect(problem?.code == .malformed)
    }

    @Test func `a body beyond the limit is refused before it is read`() {
        let body = [UInt8](repeating: 0x20, count: RequestReader.bodyLimit + 1)

        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(EmptyRequest.self, from: body)
        }

        #expect(problem?.code == .tooLarge)
        #expect(problem?.status == 413)
    }

    @Test func `a body of the largest size and depth is read without trouble`() {
        let deep = String(repeating: "[", count: 15) + String(repeating: "]", count: 15)
        let start = "{\"x\":\(deep)"
        let blanks = String(repeating: " ", count: RequestReader.bodyLimit - start.utf8.count - 1)
        let body = start + blanks + "}"

        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(OpenOrderRequest.self, from: Array(body.utf8))
        }

        #expect(problem?.code == .unknownField)
    }

    @Test func `limits are reached and not only undercut`() throws {
        let subject = String(repeating: "茶", count: 128)
        let metadata = (0..<16).map {
            "\"\(String(repeating: "k", count: 38))\($0 + 10)\":\"\(String(repeating: "v", count: 256))\""
        }
        let body = #"""
             { "amount" : {"currency":"JPY","value":-0},"subject":"\#(subject)","reference":"a b~",
            "deadline_seconds":1800,"metadata":{\#(metadata.joined(separator: ","))}}
            """#

        let request = try RequestReader.read(OpenOrderRequest.self, from: Array(body.utf8))

        #expect(request.subject == subject)
        #expect(request.amount == AmountRequest(value: 0, currency: "JPY"))
        #expect(request.metadata?.count == 16)
        #expect(request.deadlineSeconds == 1800)
    }

    @Test func `escapes are what Foundation takes them for`() throws {
        let body = Self.with(#""subject":"\"\\\/ \u8336 \ud83c\udf75 é""#)

        let request = try RequestReader.read(OpenOrderRequest.self, from: Array(body.utf8))

        let judge = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        #expect(request.subject == judge?["subject"] as? String)
        #expect(request.subject == "\"\\/ 茶 🍵 é")
    }

    @Test func `null is the same as nothing where nothing is allowed`() throws {
        let body = Self.with(
            #""subject":null,"reference":null,"account":null,"deadline_seconds":null,"metadata":null"#
        )

        let request = try RequestReader.read(OpenOrderRequest.self, from: Array(body.utf8))

        #expect(request == OpenOrderRequest(amount: AmountRequest(value: 1250, currency: "CNY")))
    }

    @Test func `no body is an empty object only where that cannot be an accident`() throws {
        #expect(try RequestReader.read(EmptyRequest.self, from: []) == EmptyRequest())
        #expect(try RequestReader.read(NewAttemptRequest.self, from: []) == NewAttemptRequest())
        #expect(throws: Problem.self) { try RequestReader.read(RefundRequest.self, from: []) }
        #expect(throws: Problem.self) { try RequestReader.read(SettleHoldRequest.self, from: []) }
    }

    @Test(arguments: [
        (#"{"decision":"leave"}"#, "note", ProblemCode.missingField),
        (#"{"note":"x"}"#, "decision", .missingField),
        (#"{"decision":"","note":"x"}"#, "decision", .invalidValue),
        (#"{"decision":"leave","note":"x","by":"me"}"#, "by", .unknownField),
    ])
    func `settling a hold needs a decision and a reason`(
        body: String, field: String, code: ProblemCode
    ) {
        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(SettleHoldRequest.self, from: Array(body.utf8))
        }

        #expect(problem?.field == field)
        #expect(problem?.code == code)
    }

    @Test func `a cancel with words in it is refused`() {
        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(EmptyRequest.self, from: Array(#"{"force":true}"#.utf8))
        }

        #expect(problem?.code == .unknownField)
        #expect(problem?.field == "force")
    }

    @Test func `a refund's amount is as strict as a sale's`() {
        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(
                RefundRequest.self, from: Array(#"{"amount":{"value":5.0,"currency":"CNY"}}"#.utf8))
        }

        #expect(problem?.field == "amount.value")
    }

    /// Bytes are changed, dropped and doubled by a seed; Foundation's parser is the judge.
    @Test(arguments: 1...8)
    func `nothing that Foundation refuses is accepted, and nothing traps`(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let start = Array(try fixture("open-order").utf8)
        let alphabet =
            Array("{}[]\":,\\u019.eE+-tfn \n\u{7F}".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xFF]
        var accepted = 0

        for _ in 0..<2_000 {
            var body = start
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<body.count, using: &random)
                let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                switch Int.random(in: 0..<4, using: &random) {
                case 0: body.remove(at: place)
                case 1: body.insert(byte, at: place)
                case 2: body.removeSubrange(place...)
                default: body[place] = byte
                }
                if body.isEmpty { body = start }
            }
            guard let request = try? RequestReader.read(OpenOrderRequest.self, from: body) else {
                continue
            }
            accepted += 1
            let judge = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            #expect(judge?["subject"] as? String == request.subject)
        }

        #expect(accepted > 200)
    }
}
