// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `A statement that names terminals` {
    private static let header = Platform.statementHeader + ",terminal\r\n"
    private static let line = "payment,A-1,pay_7,,,1250,CNY,2025-12-31T09:30:00Z,"

    private func lines(_ text: String) throws(ProviderError) -> [StatementLine] {
        try StatementReader.lines(of: Array(text.utf8))
    }

    private func terminals(_ fields: [String]) throws -> [TerminalID?] {
        try lines(Self.header + fields.map { Self.line + $0 + "\r\n" }.joined()).map(\.terminal)
    }

    private func why(_ text: String) -> String? {
        guard case .unreadable(let why) = #expect(throws: ProviderError.self, performing: { try lines(text) })
        else { return nil }
        return why
    }

    @Test func `says it line by line, and of a refund what it says of its payment`() throws {
        let lines = try lines(
            Self.header + Self.line + "T-0001\r\nrefund,A-1,pay_7,R-1,ref_1,250,CNY,2025-12-31T23:59:59Z,T-0002\r\n")

        #expect(lines.map(\.terminal) == ["T-0001", "T-0002"])
        #expect(lines.map(\.amount) == [cny(1250), cny(250)])
        #expect(lines.map(\.at.milliseconds) == [1_767_173_400_000, 1_767_225_599_000])
    }

    @Test func `can leave one out, and blanks are no name`() throws {
        #expect(try terminals(["", "\"\"", "   ", "\"  \"", "T-1"]) == [nil, nil, nil, nil, "T-1"])
    }

    @Test func `takes a name as it stands, in quotes or without`() throws {
        let names = [" T-1", "t-1", "T-1 ", "柜台 2", "\"T-1\"", "\"a, \"\"b\"\"\"", "\"a\r\nb\""]

        let read = try terminals(names)

        #expect(read == [" T-1", "t-1", "T-1 ", "柜台 2", "T-1", "a, \"b\"", "a\r\nb"])
    }

    @Test func `may have a name of 64 characters, whatever their script`() throws {
        let longest = String(repeating: "𠮷", count: 64)

        #expect(try terminals([longest]) == [TerminalID(longest)])
        #expect(
            why(Self.header + Self.line + longest + "T\r\n")
                == "line 2, column 9 (terminal) is longer than 256 bytes")
    }

    @Test(arguments: [
        (header + line.dropLast() + "\r\n", "line 2, column 9 (terminal) is not there: a line has 9"),
        (header + line + "T-1,\r\n", "line 2, column 10 is one too many"),
        (header + line + "T\"1\r\n", "line 2, column 9 (terminal) has a quote within"),
        (header + line + "\"T-1\r\n", "line 2, column 9 (terminal) has a quote that does not end"),
        (header + line + "T-1\n", "line 2, column 9 (terminal) does not end in a comma, or in CR and LF"),
        (Platform.statementHeader + "\r\n" + line + "T-1\r\n", "line 2, column 9 is one too many"),
        (Platform.statementHeader + "\r\n" + line + "\r\n", "line 2, column 9 is one too many"),
        (Platform.statementHeader + ",Terminal\r\n", #"line 1, column 9 (terminal) is not "terminal""#),
    ])
    func `has the column in every line or in none`(text: String, expected: String) {
        #expect(why(text) == expected)
    }

    @Test func `that has none says nothing about terminals`() throws {
        let text = Platform.statementHeader + "\r\n" + Self.line.dropLast() + "\r\n"

        #expect(try lines(text).map(\.terminal) == [nil])
    }
}
