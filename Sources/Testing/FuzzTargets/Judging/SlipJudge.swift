// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster
import Receipts
import TillCore

/// What has to hold for every slip, whatever layout and words a shop wrote for it.
enum SlipJudge {
    /// What is wrong with a sale's slip; nil if nothing is.
    ///
    /// - Parameter isPrinted: whether it is printed as well, which takes the most time.
    static func fault(of layout: SlipLayout, _ words: ReceiptWords, isPrinted: Bool) -> String? {
        guard let profile else { return "there is no printer to try it on" }
        let renderer = ReceiptRenderer(profile: profile, words: words, setter: setter, layout: layout)
        let text = renderer.text(for: sale)
        if text.unicodeScalars.contains(where: steers) { return "a control character in the text of a slip" }
        guard isPrinted else { return nil }
        do throws(ReceiptError) {
            let document = try renderer.document(for: sale)
            return fault(of: document, on: renderer.machine)
        } catch {
            return "a slip that cannot be printed: \(error)"
        }
    }

    /// What is wrong with an error; nil if nothing is.
    static func fault(of error: SlipLayoutError, file: String) -> String? {
        guard error.file == file, !error.problems.isEmpty else { return "refused, and nobody says why" }
        for problem in error.problems {
            if let fault = Sentence.fault(of: problem.message) { return fault }
        }
        return nil
    }

    /// What a stream does that no layout can ask for; nil if it does nothing of it.
    private static func fault(of document: EscPosDocument, on machine: EscPosPaper.Machine) -> String? {
        if RealTimeSequence.first(in: document.bytes) != nil { return "bytes that are obeyed at once" }
        var reader = EscPosReader()
        for command in document.segments.flatMap({ reader.read($0) }) where isForbidden(command) {
            return "the slip holds \(command)"
        }
        var paper = EscPosPaper(machine)
        paper.print(document.bytes)
        if let complaint = paper.complaints.first { return complaint }
        if paper.drawerPulses > 0 { return "the drawer opens, and nobody said that it may" }
        return paper.rows < mostRows ? nil : "\(paper.rows) rows of paper"
    }

    private static func isForbidden(_ command: EscPosCommand) -> Bool {
        switch command {
        case .unknown, .null, .carriageReturn, .tab, .initialise, .internationalSet, .printMode, .font, .inverse,
            .underline, .automaticStatus, .orderedStatus, .processID, .realTimeStatus, .realTimeRecovery, .clearBuffers,
            .drawer:
            true
        case .text(let bytes): bytes.contains(0x7F)
        default: false
        }
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
    }

    /// More paper than any slip may take.
    private static let mostRows = 20_000
    private static let setter = TypeSetter()

    private static let sale = SlipContent(
        Receipt(
            merchantName: "Caf\u{E9} \u{8336}", terminal: "T-0001", order: "01JZ9M3V7Q8W2K4R6T0XYBCDEF", kind: .sale,
            subject: "Tea, large", amount: Money(minorUnits: 1250, .cny), at: Till.now, utcOffsetSeconds: 28_800,
            attemptReference: "7H2K9QX4MZ0V5T8R1W3YB6N0PL", acquirerReference: "2026072722001412341000091827",
            account: "main"))

    private static let profile: PrinterProfile? = {
        let text = """
            id: fuzzed
            vendor: Any
            model: 58 mm receipt printer
            support: expected
            source: made up
            print: { dpi: 203, paper: { 58: { dots: 384 } }, vertical_unit: 203, line_spacing_dots: 30, blade_dots: 0 }
            fonts: { A: [12, 24] }
            text: { pages: { 0: cp437 }, kanji: none, utf8: false, cancel_kanji: true }
            image: { modes: [raster], max_rows: 128, max_bytes: 4096, doubling: true, realtime_in_data: true }
            qr: { mode: raster, native: false, native_max: 0, ink_trim: 0 }
            status: { realtime: true, asb: false, gs_r: false, process_id: false, counters: false, clear: false }
            mechanism:
              cutter: partial
              drawer_pins: [2]
              pulse_ms: [100, 500]
              buzzer: esc_b
              speed: 150
              buffer_bytes: 4096
            quirks: { loses_buffer_on: [], cr_is_lf: false, needs_pacing: 0 }
            """
        return (try? PrinterProfiles(texts: ["fuzzed.yaml": text]))?[id: "fuzzed"]
    }()
}
