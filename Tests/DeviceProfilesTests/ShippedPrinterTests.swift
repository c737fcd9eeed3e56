// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceProfiles

/// What the notes on printers say, written down a second time and by hand.
@Suite struct `Printers that are shipped` {
    private let all: PrinterProfiles

    init() throws { all = try Devices.allPrinters() }

    private var models: [PrinterProfile] { all.all.filter { $0.inherits != nil } }

    @Test func `are at least 45 models of their own`() {
        #expect(models.count >= 45)
        #expect(Set(models.map { "\($0.vendor) \($0.model)" }).count == models.count)
    }

    struct Width: Sendable, CustomStringConvertible {
        let id: String
        let paper: Int
        let dots: Int
        let dpi: Int
        let columns: [Int]

        init(_ id: String, _ paper: Int, _ dots: Int, _ dpi: Int, _ columns: Int...) {
            self.id = id
            self.paper = paper
            self.dots = dots
            self.dpi = dpi
            self.columns = columns
        }

        var description: String { "\(id) on \(paper) mm" }
    }

    static let widths: [Width] = [
        Width("epson-tm-t20ii", 80, 576, 203, 48, 64), Width("epson-tm-t20ii", 58, 420, 203, 35, 46),
        Width("epson-tm-t20iii", 80, 576, 203, 48, 64), Width("epson-tm-t20x", 80, 576, 203, 48, 64),
        Width("epson-tm-t82x", 58, 420, 203, 35, 46), Width("epson-tm-m30", 80, 576, 203, 48, 64),
        Width("epson-tm-m30ii", 80, 576, 203, 48, 64), Width("epson-tm-m30iii", 80, 576, 203, 48, 57, 64),
        Width("epson-tm-m10", 58, 420, 203, 35, 46), Width("epson-tm-p20ii", 58, 384, 203, 32, 42),
        Width("epson-tm-p80", 80, 576, 203, 48, 64), Width("epson-tm-p80ii", 80, 576, 203, 48, 64),
        Width("epson-tm-t88ii", 80, 512, 180, 42, 56), Width("epson-tm-t88iii", 80, 512, 180, 42, 56),
        Width("epson-tm-t88iv", 58, 360, 180, 30, 40), Width("epson-tm-t88v", 80, 512, 180, 42, 56),
        Width("epson-tm-t88vi", 80, 512, 180, 42, 56), Width("epson-tm-t88vii", 80, 512, 180, 42, 56),
        Width("epson-tm-t70", 80, 512, 180, 42, 56), Width("epson-tm-t70ii", 80, 512, 180, 42, 56),
        Width("epson-tm-t70ii-203", 80, 576, 203, 48, 64), Width("epson-tm-l90", 80, 576, 203, 48, 64),
        Width("epson-tm-u220", 76, 400, 160, 33, 40), Width("star-tsp100iv", 80, 576, 203, 48, 64),
        Width("star-mc-print3", 80, 576, 203, 48, 64), Width("star-tsp650ii", 80, 576, 203, 48, 64),
        Width("star-mc-print2", 58, 384, 203, 32, 42), Width("bixolon-srp-350iii", 80, 512, 180, 42, 56),
        Width("bixolon-srp-330ii", 80, 512, 180, 42, 56), Width("bixolon-srp-332ii", 80, 576, 203, 48, 64),
        Width("bixolon-srp-350plusv", 80, 576, 203, 48, 64), Width("bixolon-spp-r200", 58, 384, 203, 32, 42),
        Width("bixolon-spp-r210", 58, 384, 203, 32, 42), Width("citizen-ct-s310ii", 80, 576, 203, 48, 64, 72),
        Width("citizen-ct-e351", 80, 576, 203, 48, 64, 72), Width("citizen-ct-s651ii", 80, 576, 203, 48, 64, 72),
        Width("seiko-rp-f10", 80, 576, 203, 48, 72), Width("seiko-rp-f10", 58, 432, 203, 36, 54),
        Width("hprt-tp805", 80, 576, 203, 48, 64), Width("hprt-tp809", 80, 576, 203, 48, 64),
        Width("xprinter-xp-58iih", 58, 384, 203, 32, 42), Width("xprinter-xp-80c", 80, 576, 203, 48, 64),
        Width("zjiang-zj-5870", 58, 384, 203, 32, 42), Width("zjiang-zj-8220", 80, 576, 203, 48, 64),
        Width("rongta-rp326", 80, 576, 203, 48, 64), Width("rongta-rp820", 80, 576, 203, 48, 64),
        Width("rongta-rp820-42", 80, 512, 203, 42, 56), Width("goojprt-pt-210", 58, 384, 203, 32, 42),
        Width("munbyn-itpp047", 80, 512, 203, 42, 56), Width("netum-nt-5890k", 58, 384, 203, 32, 42),
        Width("netum-nt-80", 80, 576, 203, 48, 64), Width("sunmi-v2", 58, 384, 203, 32, 42),
        Width("sunmi-nt311", 80, 576, 203, 48, 64), Width("metapace-t-1", 80, 504, 180, 42, 56),
        Width("wincor-th230", 80, 576, 203, 44, 57), Width("kefar-kr-306", 80, 576, 203, 48, 64),
        Width("pbm-p822d", 80, 576, 203, 48, 64), Width("yhdaa-yhd-8390", 80, 576, 203, 48, 64),
    ]

    @Test(arguments: widths)
    func `have the dots and columns of the notes`(width: Width) throws {
        let profile = try #require(all[id: width.id])

        let cells = ["A", "B", "C"].compactMap { profile.fonts[$0] }

        #expect(profile.print.dpi == width.dpi)
        #expect(profile.print.paper.contains(PaperWidth(millimetres: width.paper, dots: width.dots)))
        #expect(cells.prefix(width.columns.count).map { width.dots / $0.width } == width.columns)
    }

    @Test func `claim process ids where Epson's reference has them, and nowhere else`() {
        let sure = models.filter { $0.status.tier == .processID }

        #expect(sure.count >= 18)
        for printer in sure {
            #expect(printer.vendor == "Epson" && printer.status.counters && printer.status.clear, "\(printer.id)")
        }
        for id in ["epson-tm-t88ii", "epson-tm-t88iii", "epson-tm-u220"] {
            #expect(all[id: id]?.status.tier == .ordered, "\(id)")
        }
        for id in ["rongta-rp326", "zjiang-zj-8220", "xprinter-xp-80c", "hprt-tp809"] {
            #expect(all[id: id]?.status.tier == .realtime, "\(id)")
        }
    }

    @Test func `have no blade where one carries them about`() {
        let bladeless = [
            "epson-tm-p20ii", "bixolon-spp-r200", "bixolon-spp-r210", "xprinter-xp-58", "zjiang-pos-58",
            "goojprt-pt-210", "goojprt-mtp-ii", "netum-nt-5890k", "sunmi-v2",
        ]

        for id in bladeless { #expect(all[id: id]?.mechanism.cutter == Cutter.none, "\(id)") }
        for id in ["rongta-rp326", "rongta-rp332", "rongta-rp80"] {
            #expect(all[id: id]?.mechanism.cutter == .full, "\(id)")
        }
        for id in ["citizen-ct-s651ii", "seiko-rp-f10", "kefar-kr-306", "metapace-t-1"] {
            #expect(all[id: id]?.mechanism.cutter == .both, "\(id)")
        }
    }

    @Test func `keep graphics from whom they come out as garbage`() {
        let garbage = models.filter { $0.quirks.printsAsText.contains(.graphics) }.map(\.id)

        #expect(Set(garbage).isSuperset(of: ["xprinter-xp-80c", "munbyn-itpp047", "zjiang-zj-5870"]))
        for printer in models where printer.vendor == "Xprinter" {
            #expect(!printer.image.modes.contains(.graphics) && printer.text.kanji == .gb18030, "\(printer.id)")
        }
    }

    @Test func `say which of them lie about being offline`() {
        let odd = models.filter(\.quirks.oddOfflineBit).map(\.id)

        #expect(odd == ["star-mc-print3", "star-tsp100iv", "star-tsp650ii"])
    }

    @Test func `switch two-byte characters off, whoever they are`() {
        #expect(all.all.allSatisfy { $0.text.cancelKanji })
        #expect(all.all.allSatisfy { $0.text.pages.first == CharacterTable(number: 0, name: "cp437") })
    }

    @Test func `call documented only what a maker has written`() {
        let documented = models.filter { $0.support == .documented }

        #expect(documented.map(\.id) == ["epson-tm-t88iii", "hprt-tp809"])
        #expect(documented.allSatisfy { $0.source.hasPrefix("\($0.vendor): ") })
        #expect(!models.contains { $0.support == .tested })
    }

    @Test func `are not taken for one another`() {
        let named = models.filter { $0.match.gsI != nil || $0.match.ieee1284 != nil }

        #expect(named.count > 20)
        for printer in named {
            let facts = PrinterFacts(usb: nil, ieee1284: printer.match.ieee1284, gsI: printer.match.gsI)
            #expect(all.profile(for: facts)?.id == printer.id)
        }
    }
}
