// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Foundation
import Raster
import Testing
import TillCore

@testable import Receipts

/// Slips and printers that several tests use.
enum Samples {
    /// The folder of the profiles that are shipped.
    static let printers = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Devices/Printers").path

    static func profile(_ id: String) throws -> PrinterProfile {
        let all = try PrinterProfiles.load(folder: printers)
        return try #require(all[id: id])
    }

    static func setter() -> TypeSetter {
        TypeSetter(fonts: [
            "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        ])
    }

    static func setter(_ columns: Int, _ words: ReceiptWords = .english) -> SlipSetter {
        SlipSetter(columns: columns, layout: .standard, own: words, catalogues: ReceiptWords.standard)
    }

    static func receipt(
        _ kind: Receipt.Kind = .sale, merchant: String = "Corner Tea", subject: String = "Green tea, large",
        mayBeDuplicate: Bool = false, amount: Money = Money(minorUnits: 1250, .cny),
        payload: String? = nil, refunded: Money? = nil
    ) -> Receipt {
        Receipt(
            merchantName: merchant, terminal: "T-0001", order: "01JZ9M3V7Q8W2K4R6T0XYBCDEF", kind: kind,
            mayBeDuplicate: mayBeDuplicate, subject: subject, amount: amount,
            at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800,
            attemptReference: kind == .code ? nil : "7H2K9QX4MZ0V5T8R1W3YB6N0PL",
            acquirerReference: kind == .code ? nil : "2026072722001412341000091827",
            account: kind == .code ? nil : "main", codePayload: payload, refunded: refunded)
    }

    static let payload = "https://qr.openpay.example/p/7H2K9QX4MZ0V5T8R1W3YB6N0PL?amount=12.50&currency=CNY"

    static let test = TestSlip(
        merchantName: "Corner Tea", terminal: "T-0001", printer: "counter", profile: "epson-tm-t88v",
        at: receipt().at, utcOffsetSeconds: 28_800)

    static let day = DaySlip(
        merchantName: "Corner Tea", terminal: "T-0001", day: CalendarDay("2026-07-27") ?? CalendarDay(number: 0),
        at: Timestamp(milliseconds: 1_785_167_940_000), utcOffsetSeconds: 28_800, count: 128,
        sums: [Money(minorUnits: 321_450, .cny)],
        accounts: [
            DaySlip.Account(account: "main", count: 120, total: Money(minorUnits: 300_000, .cny)),
            DaySlip.Account(account: "街角 backup", count: 8, total: Money(minorUnits: 21_450, .cny)),
        ], refundCount: 2, refundSums: [Money(minorUnits: 2500, .cny)], firstNumber: 1042, lastNumber: 1169,
        chainHead: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")

    static func agreement(_ state: AgreementSlip.State) -> AgreementSlip {
        AgreementSlip(
            merchantName: "Corner Tea", terminal: "T-0001", agreement: "A-01JZ9M3V7Q8W2K4R6T0XYBCDEF", state: state,
            subject: "Monthly tea box", account: "main", payer: "136****8888",
            limit: Money(minorUnits: 10_000, .cny), dayLimit: Money(minorUnits: 30_000, .cny),
            acquirerReference: "2026072722001412341000091827",
            lastsUntil: Timestamp(milliseconds: 1_816_670_525_000),
            at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800)
    }

    /// A cup in black on white, as a raw portable bitmap.
    static func logo() throws -> [UInt8] {
        var cup = try Bitmap(width: 160, height: 96)
        cup.fill(PixelRect(x: 20, y: 24, width: 90, height: 56))
        cup.fill(PixelRect(x: 28, y: 32, width: 74, height: 40), black: false)
        cup.fill(PixelRect(x: 110, y: 34, width: 24, height: 32))
        cup.fill(PixelRect(x: 110, y: 42, width: 16, height: 16), black: false)
        cup.fill(PixelRect(x: 8, y: 84, width: 140, height: 6))
        for x in [44, 64, 84] { cup.fill(PixelRect(x: x, y: 4, width: 5, height: 14)) }
        return cup.pbm
    }
}
