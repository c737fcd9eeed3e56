// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Fetching a statement` {
    let platform = Platform()
    let day = CalendarDay(number: 20_453)
    static let line = "payment,A-1,pay_7,,,1250,CNY,2025-12-31T17:30:00.001+08:00"

    func exchange() throws -> Exchange<StatementReading> {
        try platform.provider(selling: .cny).fetchStatement(of: day)
    }

    func lines(_ text: String) throws -> [StatementLine] {
        guard case .statement(let statement) = try talk(exchange(), [Said(200, text)]).answer else {
            throw ProviderError.noReply("not yet")
        }
        return statement.lines
    }

    func why(_ text: String) throws -> String? {
        guard case .unreadable(let why) = try failure(exchange(), [Said(200, text)]) else { return nil }
        return why
    }

    @Test func `a question for one day, which may be answered at length`() throws {
        let talk = try talk(exchange(), [platform.statement([])])

        let request = talk.requests[0]
        #expect(talk.lines == ["GET /v1/statements/2025-12-31"])
        #expect(request.isQuery)
        #expect(request.replyLimit == ReplyLimit(bytes: 32 << 20, time: .seconds(120)))
        #expect(request.head.headerFields[.accept] == "text/csv, application/problem+json")
    }

    @Test func `the days are those of UTC, and settings say when they are ready`() throws {
        let usual = try platform.provider(selling: .cny).capabilities.statements

        #expect(usual == StatementTerms(readyAfter: .seconds(600)))
    }

    @Test func `payments and refunds are read as they are, and the bytes are kept`() throws {
        let text =
            Platform.statementHeader + "\r\n" + Self.line + "\r\n"
            + "refund,A-1,pay_7,R-1,ref_1,250,CNY,2025-12-31T23:59:59Z\r\n"

        let answer = try talk(exchange(), [Said(200, text)]).answer

        let at = Timestamp(milliseconds: 1_767_173_400_001)
        let refunded = Timestamp(milliseconds: 1_767_225_599_000)
        #expect(
            answer
                == .statement(
                    Statement(
                        day: day,
                        lines: [
                            StatementLine(
                                kind: .payment, orderNumber: "A-1", acquirerReference: "pay_7",
                                amount: cny(1250), at: at),
                            StatementLine(
                                kind: .refund(number: "R-1", acquirerReference: "ref_1"),
                                orderNumber: "A-1", acquirerReference: "pay_7", amount: cny(250),
                                at: refunded),
                        ], raw: Array(text.utf8))))
    }

    @Test(arguments: [
        (#""payment","A-1","pay_7","","","1250","CNY","2025-12-31T09:30:00.001Z""#, true),
        (line, false),
    ])
    func `quotes and the last line's end change nothing`(line: String, isEnded: Bool) throws {
        let lines = try lines(Platform.statementHeader + "\r\n" + line + (isEnded ? "\r\n" : ""))

        #expect(lines.map(\.amount) == [cny(1250)])
        #expect(lines.map(\.at) == [Timestamp(milliseconds: 1_767_173_400_001)])
    }

    @Test(arguments: [
        ("", "line 1 is not there"),
        ("\r\n", "line 1, column 2 (order_no) is not there: a line has 8"),
        (
            "kind,order_no,payment_id,refund_no,refund_id,amount,at,currency\r\n",
            #"line 1, column 7 (currency) is not "currency""#
        ),
        ("\u{FEFF}" + Platform.statementHeader + "\r\n", #"line 1, column 1 (kind) is not "kind""#),
        (Platform.statementHeader + "\n", "line 1, column 8 (at) does not end in a comma, or in CR and LF"),
        (Platform.statementHeader + ",fee\r\n", #"line 1, column 9 (terminal) is not "terminal""#),
        (Platform.statementHeader + ",terminal,fee\r\n", "line 1, column 10 is one too many"),
        (Platform.statementHeader + ",\r\n", #"line 1, column 9 (terminal) is not "terminal""#),
        ("terminal," + Platform.statementHeader + "\r\n", #"line 1, column 1 (kind) is not "kind""#),
        (#"{"lines":[]}"#, "line 1, column 1 (kind) has a quote within"),
    ])
    func `another header is another form`(text: String, expected: String) throws {
        #expect(try why(text) == expected)
    }

    @Test(arguments: [
        ("fee,A-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 1 (kind) is neither payment nor refund"),
        ("Payment,A-1,pay_7,R-1,ref_1,1,CNY,2025-12-31T09:30:00Z", "column 1 (kind) is neither payment nor refund"),
        (
            "payment,A 1,pay_7,,,1,CNY,2025-12-31T09:30:00Z",
            "column 2 (order_no) is not 1 to 64 letters, digits, - and _"
        ),
        ("payment,,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 2 (order_no) is not 1 to 64 letters, digits, - and _"),
        (
            "payment,A-1,../pay,,,1,CNY,2025-12-31T09:30:00Z",
            "column 3 (payment_id) is not 1 to 64 letters, digits, - and _"
        ),
        ("payment,A-1,pay_7,R-1,,1,CNY,2025-12-31T09:30:00Z", "column 4 (refund_no) is not empty in a payment"),
        ("payment,A-1,pay_7,,r,1,CNY,2025-12-31T09:30:00Z", "column 5 (refund_id) is not empty in a payment"),
        (
            "refund,A-1,pay_7,,ref_1,1,CNY,2025-12-31T09:30:00Z",
            "column 4 (refund_no) is not 1 to 64 letters, digits, - and _"
        ),
        (
            "refund,A-1,pay_7,R-1,,1,CNY,2025-12-31T09:30:00Z",
            "column 5 (refund_id) is not 1 to 64 letters, digits, - and _"
        ),
        (
            "payment,A-1,pay_7,,,0,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        (
            "payment,A-1,pay_7,,,-1,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        (
            "payment,A-1,pay_7,,,+1,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        (
            "payment,A-1,pay_7,,,01,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        (
            "payment,A-1,pay_7,,,12.50,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        (
            "payment,A-1,pay_7,,,9999999999999999999,CNY,2025-12-31T09:30:00Z",
            "column 6 (amount) is no whole number of minor units above zero"
        ),
        ("payment,A-1,pay_7,,,1,XXQ,2025-12-31T09:30:00Z", "column 7 (currency) is no currency that ISO 4217 lists"),
        ("payment,A-1,pay_7,,,1,,2025-12-31T09:30:00Z", "column 7 (currency) is no currency that ISO 4217 lists"),
        ("payment,A-1,pay_7,,,1,CNY,2025-12-31T09:30:00", "column 8 (at) is no time with an offset"),
        ("payment,A-1,pay_7,,,1,CNY,yesterday", "column 8 (at) is no time with an offset"),
        ("payment,A-1,pay_7,,,1,CNY", "column 8 (at) is not there: a line has 8"),
        ("payment,A-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z,", "column 9 is one too many"),
        ("", "column 2 (order_no) is not there: a line has 8"),
        ("pay\"ment\",A-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 1 (kind) has a quote within"),
        ("\"payment\"x,A-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 2 (order_no) is not there: a line has 8"),
        ("payment,\"A-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 2 (order_no) has a quote that does not end"),
        ("payment,A\r-1,pay_7,,,1,CNY,2025-12-31T09:30:00Z", "column 3 (payment_id) is not there: a line has 8"),
        (
            "payment,\(String(repeating: "A", count: 129)),pay_7,,,1,CNY,2025-12-31T09:30:00Z",
            "column 2 (order_no) is longer than 128 bytes"
        ),
        (
            "payment,\"\(String(repeating: "A", count: 129))\",pay_7,,,1,CNY,2025-12-31T09:30:00Z",
            "column 2 (order_no) is longer than 128 bytes"
        ),
    ])
    func `a line that cannot be read spoils the statement, and is named`(line: String, expected: String) throws {
        let good = Platform.statementHeader + "\r\n" + Self.line + "\r\n"

        let why = try why(good + line + "\r\n" + Self.line + "\r\n")

        #expect(why == "line 3, \(expected)")
    }

    @Test func `an amount too large is named with what is the most`() throws {
        let why = try why(
            Platform.statementHeader + "\r\npayment,A-1,pay_7,,,1000000000001,CNY,2025-12-31T09:30:00Z\r\n")

        #expect(why?.hasPrefix("line 2, column 6 (amount) ") == true)
        #expect(why?.contains("10000000000.00") == true)
    }

    @Test func `what is not utf-8 is not read`() throws {
        let bytes = Array((Platform.statementHeader + "\r\npayment,").utf8) + [0xC3, 0x28, 0x2C]

        let error = #expect(throws: ProviderError.self) { try StatementReader.lines(of: bytes) }

        #expect(error == .unreadable("line 2, column 2 (order_no) is not utf-8"))
    }

    @Test(arguments: [
        (
            #","retry_after_ms":60000,"detail":"ready at noon\nor so""#,
            StatementReading?.some(.notYet("ready at noon or so (not_found)"))
        ),
        ("", nil),
        (#","retry_after_ms":-1"#, nil),
    ])
    func `only a "not found" that says when to come again means "not yet"`(more: String, expected: StatementReading?)
        throws
    {
        let said = platform.problem("not_found", 404, more: more)

        guard let expected else {
            #expect(try failure(exchange(), [said])?.consequence == .declined)
            return
        }
        #expect(try talk(exchange(), [said]).answer == expected)
    }

    @Test func `a statement may be long, a problem may not`() throws {
        let rest = OpenPayGateway.longestReply
        let many = String(repeating: Self.line + "\r\n", count: rest / Self.line.utf8.count + 1)
        let spaces = String(repeating: " ", count: rest)

        let lines = try lines(Platform.statementHeader + "\r\n" + many)
        let error = try failure(
            exchange(), [platform.problem("not_found", 404).with { $0.body += spaces }])

        #expect(lines.count == many.utf8.count / (Self.line.utf8.count + 2))
        guard case .unreadable(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.hasSuffix("262144 are the most"))
    }

    @Test func `nothing of a body is read before it is proven`() throws {
        let other = platform.statement([Self.line]).with { $0.digested = Platform.statementHeader }
        let broken = Said(200, "\"").with { $0.keyID = "platform_9" }

        #expect(
            try failure(exchange(), [other]) == .forged("http status 200, the body does not match its content-digest"))
        guard case .forged = try failure(exchange(), [broken]) else {
            Issue.record("what is not proven is read")
            return
        }
    }
}
