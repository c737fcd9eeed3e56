// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import PaperTesting
import Testing

@testable import DeviceDrivers

@Suite struct `What a printer answers` {
    private static let unknown = """
        id: unknown
        vendor: Any
        model: unknown
        support: expected
        source: made up
        print: { dpi: 203, paper: { 58: { dots: 384 } }, vertical_unit: 203, line_spacing_dots: 30, blade_dots: 0 }
        fonts: { A: [12, 24] }
        text: { pages: { 0: cp437 }, kanji: none, utf8: false, cancel_kanji: true }
        image: { modes: [raster], max_rows: 128, max_bytes: 4096, doubling: true, realtime_in_data: true }
        qr: { mode: raster, native: false, native_max: 0, ink_trim: 0 }
        status: { realtime: true, asb: false, gs_r: false, process_id: false, counters: false, clear: false }
        mechanism: { cutter: partial, drawer_pins: [2], pulse_ms: [100, 500], buzzer: none, speed: 150, buffer_bytes: 4096 }
        quirks: { loses_buffer_on: [], cr_is_lf: false, needs_pacing: 0 }
        """

    private func driver(_ desk: PaperDesk, _ known: PrinterAbilities? = nil) throws -> EscPosPrinter {
        let profile = try #require(try PrinterProfiles(texts: ["unknown.yaml": Self.unknown])[id: "unknown"])
        return EscPosPrinter(port: desk.port(), profile: profile, abilities: known) { desk.now }
    }

    @Test(arguments: PaperModel.all.map(\.name), PaperCable.allCases)
    func `is found by asking one of which nothing is known`(name: String, cable: PaperCable) async throws {
        let model = try Desk.model(name)
        let desk = PaperDesk(model, cable: cable)

        let found = try await driver(desk).probe()

        #expect(found == PrinterAbilities(tier: model.tier, clears: model.clears, counts: model.counts))
    }

    @Test(arguments: PaperModel.all.map(\.name))
    func `leaves nothing on the paper`(name: String) async throws {
        let desk = PaperDesk(try Desk.model(name), cable: .network)
        let printer = try driver(desk)
        let slip = try PaperSlip(number: 7, kind: .text)

        let result = try await printer.print(slip.job)
        desk.wait(.seconds(10))

        #expect(
            result
                == (await printer.abilities().map { [.marks, .ordered].contains($0.tier) } == true
                    ? .printed : .unconfirmed))
        #expect(desk.paper.first == .line("RECEIPT 7"))
        #expect(desk.paper.count == 5)
    }

    @Test func `is asked once, and can be given to the next driver`() async throws {
        let desk = PaperDesk(try Desk.model("ordered"), cable: .network)
        let first = try await driver(desk).probe()
        let before = desk.passed

        let again = try await driver(desk, first).probe()

        #expect(again == first)
        #expect(desk.passed == before)
    }

    @Test func `is not judged of one that is switched off meanwhile`() async throws {
        let desk = PaperDesk(try Desk.model("at-once"), cable: .serial)
        desk.schedule(.powerOff, after: .seconds(6))
        let printer = try driver(desk)

        let found = try? await printer.probe()

        #expect(found == nil)
        #expect(await printer.abilities() == nil)
    }

    @Test(arguments: PaperModel.all.map(\.name), PaperCable.allCases)
    func `makes a profile, and leaves nothing on the paper`(name: String, cable: PaperCable) async throws {
        let model = try Desk.model(name)
        let desk = PaperDesk(model, cable: cable)
        let printer = try driver(desk)

        let found = try await printer.examine()
        let slip = try PaperSlip(number: 7, kind: .text)
        _ = try await printer.print(slip.job)
        desk.wait(.seconds(10))

        #expect(found.realtime == (model.tier != .silent))
        #expect(found.processID == (model.tier == .marks))
        #expect(found.gsR == (model.tier == .marks || model.tier == .ordered))
        #expect(found.clear == model.clears)
        #expect(found.asb == model.tellsChanges)
        #expect(found.cutCounters == (model.counts ? [0xB2, 0x32] : []))
        #expect(found.vendor == model.names?.maker)
        #expect(found.facts.gsI == model.names?.model)
        #expect(found.fonts == nil)
        #expect(desk.paper.first == .line("RECEIPT 7"))
        #expect(desk.paper.count == 5)
    }

    @Test func `is waited for without paper`() async throws {
        let desk = PaperDesk(try Desk.model("marks"), cable: .network)
        desk.schedule(.paperOut)
        desk.schedule(.paperIn, after: .seconds(100))
        desk.wait(.seconds(1))

        let found = try await driver(desk).probe()

        #expect(found.tier == .marks)
        #expect(desk.now > .seconds(100))
    }
}
