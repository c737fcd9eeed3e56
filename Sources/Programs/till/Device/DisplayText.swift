// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// A customer screen in words.
enum DisplayText {
    /// One matter a line.
    static func block(_ display: DisplayResource) -> [String] {
        var lines = [
            OrderText.row("display", "\(display.id) \(display.state)" + (display.detail.map { ": \($0)" } ?? ""))
        ]
        if let panel = panel(display) { lines.append(OrderText.row("panel", panel)) }
        if let code = display.code {
            lines.append(OrderText.row("code", self.code(code)))
            lines.append(OrderText.row("distance", distance(code)))
        }
        lines.append(OrderText.row("scanned", scanned(display.scan)))
        lines.append(OrderText.row("glass", glass(display.glass)))
        lines += display.warnings.map { OrderText.row("warning", $0) }
        return lines
    }

    /// What came of a test picture, and what to look for.
    static func lines(_ outcome: DisplayTestResource) -> [String] {
        guard outcome.result == "shown" else {
            return ["\(outcome.display) \(outcome.result)" + (outcome.detail.map { ": \($0)" } ?? "")]
        }
        return [
            "\(outcome.display) shows the test picture",
            "look:     is each of the four corners marked? If not, the panel hides an edge: look at its own menu.",
            "          Are the colours red, green and blue from the left? If not, set format.",
            "          Do the letters stand upright? If not, set rotate. Are they whole? If not, set mono_bit_order or format.",
            "          Does a phone read the code, from where payers stand?",
        ]
    }

    private static func panel(_ display: DisplayResource) -> String? {
        guard let width = display.width, let height = display.height else { return nil }
        let pitch = display.pixelMicrometres.map { ", a pixel is \(millimetres($0)) mm" } ?? ", size unknown"
        return "\(width)x\(height) pixels\(pitch)"
    }

    private static func code(_ code: ShownCodeResource) -> String {
        let size = code.moduleMicrometres.map { ", \(millimetres($0)) mm" } ?? ""
        return
            "\(code.modules) modules of \(code.modulePixels) px\(size), quiet zone \(tenths(code.quietModules)) modules"
    }

    private static func distance(_ code: ShownCodeResource) -> String {
        guard let easy = code.distanceMillimetres, let farthest = code.farthestMillimetres else {
            return "unknown, since nobody knows how large a pixel is: name the display's profile"
        }
        return "a phone reads it from \(easy / 10) cm, a good one from \(farthest / 10) cm"
    }

    private static func scanned(_ scan: CodeScanResource?) -> String {
        guard let scan else { return "never" }
        let what = scan.isSample ? "a sample" : "a sale's code"
        let result =
            switch scan.result {
            case "matches": "it says what it should"
            case "no_code": "it cannot be read"
            case "other_code": "it says something else"
            case "several_codes": "there is more than one"
            case "not_read": "the reader failed"
            default: scan.result
            }
        return "\(scan.at.text), \(what): \(result)"
    }

    private static func glass(_ word: String) -> String {
        switch word {
        case "as_sent": "reads back as it was sent"
        case "unreadable": "cannot be read back"
        case "not_compared": "not compared yet"
        default: word
        }
    }

    /// Micrometres as millimetres with two decimals.
    private static func millimetres(_ micrometres: Int) -> String {
        let hundredths = (micrometres + 5) / 10
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
