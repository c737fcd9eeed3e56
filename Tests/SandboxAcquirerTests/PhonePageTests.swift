// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

/// What a phone needs of a page, read out of its text and its style sheet.
@Suite struct `The payer's page on a phone` {
    private func page(_ status: String) throws -> String {
        let shop = try Shop(script: status == "unknown" ? "manual" : status)
        guard status != "unknown" else { return try shop.phone(.get, "/p/nothing").text }
        let payment = try shop.create("A-1", 123_456_789_00)
        _ = try shop.pass(0)
        if status == "never" { _ = try shop.post("/v1/payments/\(payment.id)/close") }
        return try shop.phone(.get, payment.path).text
    }

    /// The rules of a style sheet by their selectors; those within a condition have it before them.
    private func rules(_ css: String) -> [String: [String: String]] {
        var rules: [String: [String: String]] = [:]
        var condition = ""
        var selector = ""
        var text = ""
        var depth = 0
        for character in css {
            switch character {
            case "{":
                let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
                if name.hasPrefix("@") { condition = name + " " } else { selector = condition + name }
                text = ""
                depth += 1
            case "}":
                depth -= 1
                for declaration in text.components(separatedBy: ";") {
                    let sides = declaration.split(separator: ":", maxSplits: 1).map {
                        $0.trimmingCharacters(in: .whitespacesAndNewlines)
                    }
                    if sides.count == 2 { rules[selector, default: [:]][sides[0]] = sides[1] }
                }
                text = ""
                if depth == 0 { condition = "" }
            default: text.append(character)
            }
        }
        return rules
    }

    private func pixels(_ size: String?) throws -> Double {
        let size = try #require(size)
        try #require(size.hasSuffix("rem"), "\(size)")
        return try #require(Double(size.dropLast(3))) * 16
    }

    /// Source: WCAG 2.2, relative luminance.
    private func luminance(_ colour: String) throws -> Double {
        let value = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ first: String, _ second: String) throws -> Double {
        let both = try [luminance(first), luminance(second)].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    @Test(arguments: ["manual", "paid_at_once", "declined", "never", "unknown"])
    func `every page is whole, says its language and width, and loads and runs nothing`(status: String) throws {
        let text = try page(status)
        let opened = text.matches(of: /<([a-z][a-z0-9]*)[\s>]/).map { String($0.1) }
        let closed = text.matches(of: /<\/([a-z][a-z0-9]*)>/).map { String($0.1) }
        let alone: Set<String> = ["meta"]

        #expect(text.hasPrefix("<!doctype html>"))
        #expect(text.contains("<html lang=\"en\">"))
        #expect(text.contains("<meta charset=\"utf-8\">"))
        #expect(text.contains("content=\"width=device-width, initial-scale=1, viewport-fit=cover\""))
        #expect(opened.filter { !alone.contains($0) }.sorted() == closed.sorted())
        #expect(opened.count { $0 == "main" } == 1)
        #expect(opened.count { $0 == "h1" } == 1)
        for word in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "http:", "https:", "onclick"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test func `what can be pressed is a button in a form that posts, and wide enough for a thumb`() throws {
        let text = try page("manual")
        let css = rules(PhoneStyle.css)

        #expect(text.matches(of: /<form method="post" action="\/p\/[0-9A-Z]+\/(pay|decline)"><button/).count == 2)
        #expect(!text.contains("<a "))
        #expect(try pixels(css["button"]?["min-height"]) >= 44)
        #expect(css["button"]?["width"] == "100%")
        #expect(css["button"]?["display"] == "block")
        #expect(try pixels(css["button"]?["margin-top"]) >= 8)
        #expect(text.contains(">Pay CNY 123456789.00</button>"))
    }

    @Test func `nothing is wider than the screen`() throws {
        let css = rules(PhoneStyle.css)

        #expect(css["*"]?["box-sizing"] == "border-box")
        #expect(css["main"]?["width"] == "100%")
        #expect(css["body"]?["margin"] == "0")
        for selector in ["h1", "p", "button"] { #expect(css[selector]?["overflow-wrap"] == "anywhere", "\(selector)") }
        for (selector, rule) in css {
            #expect(rule["min-width"] == nil, "\(selector)")
            #expect(rule["white-space"] == nil, "\(selector)")
            guard let width = rule["width"], width != "100%" else { continue }
            // A phone of 320 px, the narrowest that is asked for, has room for it beside the margins.
            #expect(try pixels(width) <= 320 - 2 * 24, "\(selector)")
        }
        #expect(css["@media (max-width: 30rem) main"]?["max-width"] == "none")
    }

    @Test func `letters are large enough to read, and grow with what the reader set`() throws {
        for (selector, rule) in rules(PhoneStyle.css) {
            guard let size = rule["font-size"] else { continue }
            let smallest = size.hasPrefix("clamp(") ? size.dropFirst(6).prefix { $0 != "," } : size[...]
            #expect(try pixels(String(smallest)) >= 14, "\(selector)")
        }
        #expect(rules(PhoneStyle.css)[":root"]?["font"]?.hasPrefix("100%") == true)
    }

    @Test func `what is written can be told from its ground, by day and by night`() throws {
        let css = rules(PhoneStyle.css)
        let shades = [css[":root"], css["@media (prefers-color-scheme: dark) :root"]]

        for shade in shades {
            let colours = try #require(shade)
            for pair in PhoneStyle.pairs {
                let text = try #require(colours["--\(pair.text)"])
                let ground = try #require(colours["--\(pair.ground)"])
                #expect(try contrast(text, ground) >= 4.5, "\(pair.text) on \(pair.ground)")
            }
        }
        #expect(shades[0]?["color-scheme"] == "light dark")
    }

    @Test func `a colour is named once and used by its name`() throws {
        let css = rules(PhoneStyle.css)
        let names = Set(PhoneStyle.colours.map(\.name))

        for (selector, rule) in css where !selector.hasSuffix(":root") {
            for property in ["color", "background"] {
                guard let value = rule[property] else { continue }
                let name = value.dropFirst("var(--".count).dropLast()
                #expect(value.hasPrefix("var(--") && names.contains(String(name)), "\(selector) \(property): \(value)")
            }
        }
    }
}
