// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceProfiles

@Suite struct `A printer that is plugged in` {
    private let all: PrinterProfiles

    init() throws { all = try Devices.allPrinters() }

    @Test(arguments: [
        (PrinterFacts(usb: "04b8:0202", ieee1284: "MFG:EPSON;CMD:ESCPOS;MDL:TM-T88V;CLS:PRINTER;"), "epson-tm-t88v"),
        (PrinterFacts(usb: "04b8:0202", ieee1284: "MANUFACTURER:EPSON;MODEL:TM-T88IV ;"), "epson-tm-t88iv"),
        (PrinterFacts(usb: "04B8:0E15"), "epson-tm-t20ii"),
        (PrinterFacts(gsI: "TM-T20III"), "epson-tm-t20iii"),
        (PrinterFacts(gsI: "tm-t20ii\u{0}"), "epson-tm-t20ii"),
        (PrinterFacts(usb: "0416:5011"), "zjiang-pos-58"),
        (PrinterFacts(usb: "0483:5743", ieee1284: "MFG:x;MDL:XP-58;"), "xprinter-xp-58"),
    ])
    func `is recognised by its own names`(facts: PrinterFacts, id: String) {
        #expect(all.profile(for: facts)?.id == id)
    }

    @Test(arguments: [
        PrinterFacts(), PrinterFacts(usb: "1234:5678"), PrinterFacts(ieee1284: "MDL:TM-T2000;", gsI: "TM-T2000"),
        PrinterFacts(ieee1284: ";;:;MDL"), PrinterFacts(usb: "04b8:ffff"),
    ])
    func `is nobody's if nothing names it, or too much does`(facts: PrinterFacts) {
        #expect(all.profile(for: facts) == nil)
    }

    @Test func `may be one of several, and then a person has to say`() {
        let facts = PrinterFacts(usb: "0519:0003")

        #expect(all.profile(for: facts) == nil)
        #expect(
            all.candidates(for: facts).map(\.id) == [
                "star-mc-print2", "star-mc-print3", "star-tsp100iv", "star-tsp650ii",
            ])
    }

    @Test func `is not its elder sister, although the name begins alike`() {
        let facts = PrinterFacts(usb: "04b8:0202", ieee1284: "MDL:TM-T20III;", gsI: "TM-T20III")

        #expect(all.candidates(for: facts).first?.id == "epson-tm-t20iii")
        #expect(!all.candidates(for: facts).contains { $0.id == "epson-tm-t20ii" })
    }
}
