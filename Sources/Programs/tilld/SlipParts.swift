// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Raster
import Receipts

/// The shop's own files for slips: what stands on them, words of further languages, and the logo.
struct SlipParts {
    let layout: SlipLayout
    let catalogues: [ReceiptWords]
    let logo: SlipLogo?

    /// Reads the files of a printer's section; what is wrong with them becomes faults with their keys.
    init(_ settings: Settings, _ printer: Settings.Printer?, _ profile: PrinterProfile, _ faults: inout [String]) {
        let key = "printers.\(printer?.name ?? "")"
        var own: [ReceiptWords] = []
        for path in printer?.words ?? [] {
            if let words = Self.words(path, "\(key).words", &faults) { own.append(words) }
        }
        // A file for a language that is built in replaces it.
        let all =
            own + ReceiptWords.standard.filter { standard in own.allSatisfy { $0.language != standard.language } }
        catalogues = all
        var layout: SlipLayout?
        if let path = printer?.layout {
            layout = Self.layout(path, "\(key).layout", all, own: settings.terminal.language, &faults)
        }
        self.layout = layout ?? .standard
        var logo: SlipLogo?
        if let path = printer?.logo { logo = Self.logo(path, "\(key).logo", profile, printer?.paper, &faults) }
        self.logo = logo
    }

    private static func words(_ path: String, _ key: String, _ faults: inout [String]) -> ReceiptWords? {
        guard let text = ShopFile.text(path, limit: ReceiptWords.fileLimit, key, &faults) else { return nil }
        do throws(SlipLayoutError) {
            return try ReceiptWords(text, name: path)
        } catch {
            add(error, key, &faults)
            return nil
        }
    }

    private static func layout(
        _ path: String, _ key: String, _ catalogues: [ReceiptWords], own: String, _ faults: inout [String]
    ) -> SlipLayout? {
        guard let text = ShopFile.text(path, limit: SlipLayout.fileLimit, key, &faults) else { return nil }
        do throws(SlipLayoutError) {
            let layout = try SlipLayout(text, name: path)
            try layout.check(catalogues, own: ReceiptWords.language(own)?.language ?? own, name: path)
            return layout
        } catch {
            add(error, key, &faults)
            return nil
        }
    }

    private static func logo(
        _ path: String, _ key: String, _ profile: PrinterProfile, _ paper: Int?, _ faults: inout [String]
    ) -> SlipLogo? {
        guard profile.logo.maxRows > 0, profile.image.prints, profile.image.isSquare else {
            faults.append("\(key): a printer with the profile \(profile.id) prints no logo: leave it out")
            return nil
        }
        guard let bytes = ShopFile.bytes(path, limit: GreyImage.fileLimit, key, &faults) else { return nil }
        do throws(PictureError) {
            return try SlipLogo(
                file: bytes, width: profile.dots(paper: paper), mostRows: profile.logo.maxRows,
                mostBlack: profile.logo.blackPercent)
        } catch {
            faults.append("\(key): \(path): \(error)")
            return nil
        }
    }

    private static func add(_ error: SlipLayoutError, _ key: String, _ faults: inout [String]) {
        faults += error.description.split(separator: "\n").map { "\(key): \($0)" }
    }
}
