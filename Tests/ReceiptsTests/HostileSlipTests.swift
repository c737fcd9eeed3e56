// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `A corpus of hostile texts` {
    private static let printers = ["generic-58", "xprinter-xp-80c", "wincor-th230"]
    private static let sections = ["sale", "day", "code"]

    private func content(_ section: String, _ text: String) -> SlipContent {
        SlipContent(
            section: section, fields: Dictionary(uniqueKeysWithValues: SlipField.allCases.map { ($0, text) }),
            lists: [
                .accounts: Array(repeating: [.account: text, .count: text, .total: text], count: 5),
                .sums: [[.total: text]],
            ])
    }

    @Test func `is all there`() {
        #expect(HostileCorpus.texts.count >= 60)
        #expect(HostileCorpus.texts.contains { $0.text.count >= 10_000 })
        #expect(HostileCorpus.texts.contains { $0.text.unicodeScalars.contains("\u{10}") })
        #expect(Set(HostileCorpus.texts.map(\.name)).count == HostileCorpus.texts.count)
    }

    @Test(arguments: printers, HostileCorpus.texts)
    func `prints as text, and moves nothing`(printer: String, text: HostileCorpus.Text) throws {
        let profile = try Samples.profile(printer)
        let renderer = ReceiptRenderer(profile: profile, setter: Samples.setter())
        let asked = StreamJudge.Asked(cuts: profile.mechanism.cutter == .none ? 0 : 1)
        for section in Self.sections {
            let slip = content(section, text.text)
            let made = Result { () throws(ReceiptError) in try renderer.document(for: slip) }

            switch made {
            case .success(let document):
                #expect(StreamJudge.faults(of: document, asked: asked) == [], "\(section)")
                var paper = EscPosPaper(renderer.machine)
                paper.print(document.bytes)
                #expect(paper.complaints.isEmpty, "\(section)")
                #expect(paper.rows < 20_000, "\(section)")
            case .failure(let error):
                // Only what is nothing without its code may be refused, because the code is too long.
                #expect(section == "code", "\(section): \(error)")
            }
            #expect(
                renderer.text(for: slip).unicodeScalars.allSatisfy {
                    $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                })
        }
    }

    @Test(arguments: HostileCorpus.texts)
    func `moves nothing of a printer that is played byte by byte`(text: HostileCorpus.Text) throws {
        let renderer = ReceiptRenderer(profile: try Samples.profile("xprinter-xp-80c"), setter: Samples.setter())
        let slip = SlipContent(Samples.receipt(merchant: text.text, subject: text.text))

        let quiet = try renderer.document(for: slip)
        let opening = try renderer.document(for: slip, opensDrawer: true)

        #expect(StreamJudge.faultsOfPlaying(quiet, asked: .init(cuts: 1)) == [])
        #expect(StreamJudge.faultsOfPlaying(opening, asked: .init(cuts: 1, pulses: 1)) == [])
    }

    @Test(arguments: HostileCorpus.texts)
    func `keeps the amount on the paper and in its line`(text: HostileCorpus.Text) throws {
        let renderer = ReceiptRenderer(profile: try Samples.profile("generic-58"), setter: Samples.setter())
        let slip = SlipContent(Samples.receipt(merchant: text.text, subject: text.text))
        var paper = EscPosPaper(renderer.machine)

        paper.print(try renderer.document(for: slip).bytes)

        #expect(paper.lines.contains { $0.hasSuffix("CNY 12.50") })
        #expect(paper.lines.first?.contains(Samples.receipt().order.text) == true)
    }

    @Test(arguments: HostileCorpus.texts)
    func `becomes bar codes only where it is one, and codes only where they can be read`(
        text: HostileCorpus.Text
    ) throws {
        let layout = try SlipLayout(
            "[sale]\nbarcode code128: {merchant}\nbarcode ean13: {merchant}\nqr: {merchant}", name: "x")
        let profile = try Samples.profile("generic-58")
        let renderer = ReceiptRenderer(profile: profile, setter: Samples.setter(), layout: layout)
        let code = try? BarCode(.code128, text.text)
        let isPrinted = (try? code?.moduleDots(fitting: profile.dots())) != nil

        let document = try renderer.document(for: Samples.receipt(merchant: text.text))

        #expect(StreamJudge.faults(of: document, asked: .init(barCodes: isPrinted ? 1 : 0)) == [])
    }

    @Test func `is judged by a judge who finds what it looks for`() throws {
        let stream = { (bytes: [UInt8]) in EscPosDocument(preamble: [0x1B, 0x40], segments: [bytes]) }
        for bytes: [UInt8] in [
            [0x1B, 0x70, 0, 50, 50], [0x10, 0x14, 1, 0, 1], [0x1D, 0x56, 0], [0x1B, 0x69], [0x1B, 0x40],
            [0x10, 0x04, 1], [0x41, 0x7F], [0x0D], [0x09], [0x00], [0x1B, 0x42, 1, 1], [0x1D, 0x72, 1],
            [0x1D, 0x76, 0x30, 0, 1, 0, 1], [0x1D, 0x28, 0x45, 3, 0, 1, 0x49, 0x4E], [0x1B, 0x2D, 1], [0x1F],
        ] {
            #expect(StreamJudge.faults(of: stream(bytes), asked: .init()) != [], "\(bytes)")
        }

        let played =
            [[0x1B, 0x70, 0, 50, 50], [0x10, 0x14, 1, 0, 1], [0x1D, 0x56, 0], [0x10, 0x04, 1]] as [[UInt8]]

        for bytes in played { #expect(StreamJudge.faultsOfPlaying(stream(bytes), asked: .init()) != [], "\(bytes)") }
        #expect(StreamJudge.faults(of: stream(Array("Tea\n".utf8)), asked: .init()) == [])
    }
}
