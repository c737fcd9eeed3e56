// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import SandboxAcquirer

@Suite struct `What lies on the wire` {
    @Test func `times are written and read as Foundation does it`() throws {
        let judge = ISO8601DateFormatter()
        var time: Int64 = 0
        while time < 253_402_300_799_000 {
            let text = judge.string(from: Date(timeIntervalSince1970: TimeInterval(time / 1000)))

            #expect(RFC3339.text(time) == text)
            #expect(RFC3339.milliseconds(text) == time)
            time += 86_399_000 * 997 + 1_000
        }
    }

    @Test(
        arguments: [
            ("2026-03-01T17:30:00+08:00", 1_772_357_400_000), ("2026-03-01T04:00:00.5-05:30", 1_772_357_400_500),
            ("2026-03-01t09:30:00.123456789z", 1_772_357_400_123), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
            ("2016-12-31T23:59:60Z", 1_483_228_799_000), ("2023-02-29T00:00:00Z", nil), ("2026-03-01T09:30:00", nil),
            ("2026-13-01T09:30:00Z", nil), ("2026-03-01T24:00:00Z", nil), ("2026-03-01T09:30:00.Z", nil), ("", nil),
            ("2026-03-01T09:30:00+8:00", nil), ("1969-12-31T23:59:59Z", nil), ("２026-03-01T09:30:00Z", nil),
            ("2026-03-01 09:30:00Z", nil), ("2026-03-01T09:30:00+08:00x", nil),
        ] as [(String, Int64?)])
    func `times with offsets and decimals are read`(text: String, time: Int64?) {
        #expect(RFC3339.milliseconds(text) == time)
    }

    @Test(arguments: [
        #"{"a":[1,-2,{"b":null}],"c":"x\"\\\/\b\f\n\r\t","d":true,"e":false,"f":1.5e-3}"#,
        #"{"text":"茶 \u8336 \ud83c\udf75"}"#,
        "[]", "{}", #""""#, "0", " [ 1 , 2 ] ",
    ])
    func `json that Foundation reads is read, and written so that it reads the same`(text: String) throws {
        let value = try JSONParser.value(of: Array(text.utf8))

        let before = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject
        let after = try JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed) as? NSObject
        #expect(before != nil)
        #expect(before == after)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", ".5", "+1", "-", "1e", "nul", "\"\u{1}\"", #""\x""#,
        #""\u12""#,
        #""\ud800""#, #""\udc00\ud800""#, "[1]x", #"{"a":1,"a":2}"#, "'a'", #"{"a" 1}"#, "[1 2]",
    ])
    func `what is no json is refused`(text: String) {
        #expect(throws: JSONFault.self) { try JSONParser.value(of: Array(text.utf8)) }
    }

    @Test func `deep and foreign bytes are refused without harm`() {
        let deep = Array(String(repeating: "[", count: 60_000).utf8)
        var state: UInt64 = 1

        #expect(throws: JSONFault.tooDeep) { try JSONParser.value(of: deep) }
        #expect(throws: JSONFault.notUTF8) { try JSONParser.value(of: [0x22, 0xFF, 0x22]) }
        for _ in 0..<2000 {
            let bytes = (0..<24).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Array(#"{}[]",:\u0123456789-.eE truefalsnl"#.utf8)[Int(state >> 33) % 34]
            }
            let isRead = (try? JSONParser.value(of: bytes)) != nil
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
            #expect(!isRead || isJSON)
        }
    }

    @Test func `equal content has one canonical form`() throws {
        let first = try JSONParser.value(of: Array(#"{"b":{"y":1,"x":"é"},"a":[2,1]}"#.utf8))
        let second = try JSONParser.value(of: Array(#"{ "a":[2,1], "b":{"x":"\u00e9","y":1} }"#.utf8))

        #expect(first.canonical == second.canonical)
        #expect(first.canonical == #"{"a":[2,1],"b":{"x":"é","y":1}}"#)
    }

    @Test(arguments: [
        ("https://shop.example/notify?a=1", true, false), ("http://127.0.0.1:8472/n", true, true),
        ("http://localhost", true, true),
        ("http://[::1]:80/x", true, true), ("http://127.evil.example/", true, false),
        ("http://user@127.0.0.1/", false, false),
        ("ftp://127.0.0.1/", false, false), ("http:///x", false, false), ("http://h:99999/", false, false),
        ("http://h/\u{e9}", false, false), ("http://h/a b", false, false), ("http://h/#x", false, false),
        ("", false, false),
        ("http://127.0.0.1.evil.example/", true, false), ("http://128.0.0.1/", true, false),
    ])
    func `addresses are taken apart`(text: String, isRead: Bool, isLoopback: Bool) {
        let address = WebAddress(text)

        #expect((address != nil) == isRead)
        #expect((address?.isLoopback ?? false) == isLoopback)
    }
}
