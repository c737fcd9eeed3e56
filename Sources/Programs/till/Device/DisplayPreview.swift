// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Raster
import Scenes

/// `till display preview paid --size 320x240 -o paid.png`
struct DisplayPreview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Draw what a customer screen shows, as a PNG picture.",
        discussion: """
            Neither a display nor the daemon is needed. The picture is as a person sees it \
            in front of the panel. It does not go to a terminal: name a file with --output.

            Exit status: 0 it is drawn, 1 it cannot be read on such a panel, or a file is \
            not as it should be, 64 wrong usage.
            """
    )

    @Argument(
        help: ArgumentHelp("The state: \(states)."),
        completion: .list(ScenePreview.State.allCases.map(\.rawValue)), transform: Self.state)
    var state: ScenePreview.State

    @Option(
        help: "The panel's columns and rows, as it is sold; 800x480 if not given.",
        completion: .list(["128x64", "240x240", "320x240", "480x320", "800x480", "1024x600"]), transform: Self.size)
    var size = PanelSize(width: 800, height: 480)

    @Option(
        help: "How it is mounted, clockwise: 0, 90, 180 or 270; 0 if not given.",
        completion: .list(["0", "90", "180", "270"]), transform: Self.rotation)
    var rotate = 0

    @Option(
        help: "The surroundings: dark or light; dark if not given.", completion: .list(["dark", "light"]),
        transform: Self.theme)
    var theme = Surroundings.dark

    @Option(help: "The language of the words, such as en or zh-Hans.")
    var language = "en"

    @Option(help: "A file with the words of a further language; repeatable.", completion: .file(extensions: ["words"]))
    var words: [String] = []

    @Flag(help: "A panel that knows only on and off.")
    var mono = false

    @Flag(help: "With the strip that says that no acquirer answers.")
    var offline = false

    @Option(help: "The amount, such as 12.50.")
    var amount = "12.50"

    @Option(help: "The currency, such as CNY.")
    var currency = "CNY"

    @Option(help: "The shop's name.")
    var name = "Corner Tea"

    @Option(help: "The line below it; the usual words if not given.")
    var greeting = ""

    @Option(help: "The shop's logo, a PNG or PBM file.", completion: .file(extensions: ["png", "pbm"]))
    var logo: String?

    @Option(help: "A font as FILE or FILE#FACE instead of the usual one; repeatable.", completion: .file())
    var font: [String] = []

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "The file to write.", completion: .file())
    var file: String?

    func validate() throws {
        try AmountText.check(amount)
        try AmountText.check(currency: currency)
        if file == nil, Terminal.isTerminal {
            throw ValidationError("a picture does not go to a terminal: name a file with --output")
        }
    }

    func run() throws {
        var preview = ScenePreview(
            width: size.width, height: size.height, rotation: Rotation(rawValue: rotate) ?? .none, isMono: mono)
        preview.isOffline = offline
        preview.merchant = name
        preview.greeting = greeting
        preview.amount = try shownAmount()
        let renderer = try renderer()
        let png: [UInt8]
        do {
            png = try PNG.encode(try preview.picture(of: state, by: renderer))
        } catch {
            throw Sentence(text: "\(error)")
        }
        guard let file else { return Terminal.write(png) }
        do {
            try Data(png).write(to: URL(filePath: file))
        } catch {
            throw Sentence(text: "cannot write \(file): look at the path and its permissions")
        }
    }

    private func shownAmount() throws -> ShownAmount {
        do {
            if let shown = try ShownAmount(decimal: amount, currency: currency) { return shown }
        } catch {
            throw Sentence(text: "\(error)")
        }
        throw Sentence(text: "\"\(currency)\" is not a currency of ISO 4217, such as CNY")
    }

    /// Draws with the files that are named; what they lack is told and costs nothing.
    private func renderer() throws -> SceneRenderer {
        let catalogues = try words.map(catalogue) + ScreenWords.standard
        guard let words = ScreenWords.find(language, among: catalogues) else {
            throw Sentence(text: "there are no words of \(language): name a file with --words")
        }
        for word in words.missing { Failure.say("\(words.language) has no \(word.rawValue): it is shown in English") }
        let fonts = TypeSetter(fonts: font.isEmpty ? TypeSetter.usualFonts : font)
        for problem in fonts.problems { Failure.say("\(problem.font): \(problem.reason)") }
        let renderer = SceneRenderer(fonts: fonts, words: words, theme: theme.colors, logo: try logo.map(picture))
        if !renderer.uncovered.isEmpty {
            let letters = String(String.UnicodeScalarView(renderer.uncovered.prefix(20)))
            Failure.say("no font has \(letters): all words are shown in English")
        }
        return renderer
    }

    private func catalogue(_ path: String) throws -> ScreenWords {
        let bytes = try Self.content(of: path, limit: ScreenWords.fileLimit)
        do {
            return try ScreenWords(String(decoding: bytes, as: UTF8.self), name: path)
        } catch {
            throw Sentence(text: "\(error)".split(separator: "\n").joined(separator: "; "))
        }
    }

    private func picture(_ path: String) throws -> SceneLogo {
        do {
            return try SceneLogo(file: try Self.content(of: path, limit: GreyImage.fileLimit))
        } catch let error as PictureError {
            throw Sentence(text: "\(path): \(error)")
        }
    }

    private static func content(of path: String, limit: Int) throws -> [UInt8] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? UInt64
        guard let size, size <= UInt64(limit), let content = FileManager.default.contents(atPath: path) else {
            throw Sentence(
                text: "cannot read \(path): look at the path, its permissions and its size, at most \(limit) bytes")
        }
        return Array(content)
    }
}

extension DisplayPreview {
    private static let states = ScenePreview.State.allCases.map(\.rawValue).joined(separator: ", ")

    private static func state(_ word: String) throws -> ScenePreview.State {
        guard let state = ScenePreview.State(rawValue: word) else {
            throw ValidationError("\"\(word)\" is not a state of a screen: these are: \(states)")
        }
        return state
    }

    private static func size(_ word: String) throws -> PanelSize {
        let sides = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1], PanelSize.sides.contains(width),
            PanelSize.sides.contains(height)
        else { throw ValidationError("\"\(word)\" is not a size: write it like 800x480, at most 4096 a side") }
        return PanelSize(width: width, height: height)
    }

    private static func rotation(_ word: String) throws -> Int {
        guard let turn = Int(word), let rotation = Rotation(rawValue: turn) else {
            throw ValidationError("\"\(word)\" is not a rotation: give 0, 90, 180 or 270")
        }
        return rotation.rawValue
    }

    private static func theme(_ word: String) throws -> Surroundings {
        guard let surroundings = Surroundings(rawValue: word) else {
            throw ValidationError("\"\(word)\" is not a theme: give dark or light")
        }
        return surroundings
    }
}

/// How bright it is around a screen.
enum Surroundings: String {
    case dark, light

    /// The colours for it.
    var colors: SceneTheme { self == .light ? .light : .dark }
}

/// A panel's columns and rows.
struct PanelSize: CustomStringConvertible {
    /// The sides that are drawn.
    static let sides = 1...4096

    let width: Int
    let height: Int

    var description: String { "\(width)x\(height)" }
}
