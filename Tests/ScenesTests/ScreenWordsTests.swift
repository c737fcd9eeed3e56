// SPDX-License-Identifier: Apache-2.0

import Foundation
import Raster
import Testing
import Wording

@testable import Scenes

@Suite struct `Words of screens` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Devices/Screens")

    private func problems(_ text: String) -> [WordProblem] {
        do {
            _ = try ScreenWords(text, name: "x.words")
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: [("en.words", ScreenWords.englishText), ("zh-Hans.words", ScreenWords.simplifiedChineseText)])
    func `what is built in is the file that is shipped`(name: String, text: String) throws {
        let shipped = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)

        #expect(text == shipped)
    }

    @Test(arguments: ScreenWords.standard)
    func `what is built in is whole and without mistakes`(words: ScreenWords) throws {
        let text = words.language == "en" ? ScreenWords.englishText : ScreenWords.simplifiedChineseText

        let read = try ScreenWords(text, name: "built in")

        #expect(read == words)
        #expect(words.missing == [])
        #expect(ScreenWord.allCases.allSatisfy { !words[$0].isEmpty && words[$0] != $0.rawValue })
    }

    @Test func `the page beside them names every word`() throws {
        let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)

        #expect(ScreenWord.allCases.filter { !page.contains("`\($0.rawValue)`") } == [])
    }

    @Test func `a third language is one file`() throws {
        let german = ScreenWords.englishText.replacing("language = en", with: "language = de")
            .replacing("paid = Paid\n", with: "paid = Bezahlt\n")

        let words = try ScreenWords(german, name: "de.words")

        #expect(words[.paid] == "Bezahlt")
        #expect(ScreenWords.find("de-AT", among: [words] + ScreenWords.standard) == words)
    }

    @Test func `what a language lacks is English, and is told`() throws {
        let words = try ScreenWords("language = de\n# only this\npaid = Bezahlt\n", name: "de.words")

        #expect(words[.paid] == "Bezahlt")
        #expect(words[.notPaid] == "Not paid")
        #expect(words.missing.count == ScreenWord.allCases.count - 1)
        #expect(words.missing == words.missing.sorted { $0.rawValue < $1.rawValue })
        #expect(!words.missing.contains(.paid))
    }

    @Test func `everything that is wrong is told with its line`() {
        let long = String(repeating: "x", count: 101)

        let problems = problems(
            "language = ?\npaid = a\npaid = b\nno word\npaied = c\norder =\nwelcome = \(long)\nexpired = a\u{1B}b\n")

        #expect(problems.map(\.line) == [0, 1, 3, 4, 5, 6, 7, 8])
        #expect(problems[0].message == "the language is missing: write language = and its tag")
        #expect(problems[4].message.hasPrefix("screens have no word paied: these are: starting, please_wait, "))
        #expect(problems[7].message.contains("characters that no screen shows"))
    }

    @Test func `a file that is too large is not read`() {
        let text = "language = en\n" + String(repeating: "# nothing\n", count: 10_000)

        #expect(problems(text).map(\.line) == [0])
        #expect(problems(text).first?.message.contains("at most 65536 are read") == true)
    }

    @Test(
        arguments: [
            ("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("zh_CN", "zh-Hans"), ("zh", "zh-Hans"),
            ("zh-Hans-SG", "zh-Hans"), ("zh-Hant", nil), ("zh-TW", nil), ("fr", nil), ("", nil),
        ] as [(String, String?)])
    func `are found by a tag`(tag: String, language: String?) {
        #expect(ScreenWords.find(tag)?.language == language)
    }

    @Test func `without a font for them everything is English, and the characters are told`() throws {
        let fonts = TypeSetter()

        let renderer = SceneRenderer(fonts: fonts, words: .simplifiedChinese)

        #expect(renderer.words == .english)
        #expect(renderer.uncovered.contains("付"))
        #expect(SceneRenderer(fonts: fonts, words: .english).uncovered == [])
    }

    @Test(arguments: [
        ("vi", "Vui lòng không thanh toán lại, đang kiểm tra giao dịch"),
        ("ru", "Пожалуйста, не платите повторно. Ещё проверяем"),
        ("el", "Παρακαλώ μην πληρώσετε ξανά, γίνεται έλεγχος"),
        ("ja", "もう一度お支払いにならないでください。確認しています"),
        ("ko", "다시 결제하지 마세요. 결제를 확인하고 있습니다"),
        ("de", "Bitte nicht noch einmal zahlen, wir prüfen die Übertragung"),
        ("zh-Hant", "請稍候，請勿重複付款，正在確認"),
    ])
    func `in other scripts are set by the usual font and fit every panel`(tag: String, warning: String) throws {
        let words = try ScreenWords(
            "language = \(tag)\ndo_not_pay_again = \(warning)\nchecking = \(warning.prefix(12))\n", name: tag)
        let renderer = SceneRenderer(fonts: Samples.fonts, words: words)

        #expect(renderer.uncovered == [])
        #expect(renderer.words == words)
        for panel in Samples.panels + [DisplayGeometry(width: 240, height: 240)] {
            let screen = Screen.checking(amount: Samples.amount, order: "7F3K")
            #expect(throws: Never.self) { try renderer.draw(screen, geometry: panel) }
        }
    }
}

extension ScreenWords: CustomTestStringConvertible {
    package var testDescription: String { language }
}
