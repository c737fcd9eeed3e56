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

    static func receipt(
        _ kind: Receipt.Kind = .sale, merchant: String = "Corner Tea", subject: String = "Green tea, large",
        mayBeDuplicate: Bool = false, amount: Money = Money(minorUnits: 1250, .cny),
        payload: String? = nil
    ) -> Receipt {
        Receipt(
            merchantName: merchant, terminal: "T-0001", order: "01JZ9M3V7Q8W2K4R6T0XYBCDEF", kind: kind,
            mayBeDuplicate: mayBeDuplicate, subject: subject, amount: amount,
            at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800,
            attemptReference: kind == .code ? nil : "7H2K9QX4MZ0V5T8R1W3YB6N0PL",
            acquirerReference: kind == .code ? nil : "2026072722001412341000091827",
            account: kind == .code ? nil : "main", codePayload: payload)
    }

    static let payload = "https://qr.openpay.example/p/7H2K9QX4MZ0V5T8R1W3YB6N0PL?amount=12.50&currency=CNY"
}
