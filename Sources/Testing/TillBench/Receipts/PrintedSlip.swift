// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster
import Receipts
import TillCore

/// A slip with a code, made as the daemon makes it: everything that the benches know of receipts.
struct PrintedSlip {
    private let renderer: ReceiptRenderer
    /// The printer's profile.
    let profile: String
    /// Dots of a line.
    let dots: Int
    /// Whether the printer itself sets rasters in the middle, so that white need not be sent.
    let aligns: Bool

    /// What stands in the code: 85 bytes.
    static let payload = "https://qr.openpay.example/p/7H2K9QX4MZ0V5T8R1W3YB6N0PL?amount=12.50&currency=CNY&t=1"

    /// Takes a printer's profile.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it cannot be read.
    init(_ profile: String) throws(BenchFault) {
        let folder = try Programs.file("Devices/Printers")
        let read: PrinterProfile?
        do {
            read = try PrinterProfiles.load(profile, folder: folder)
        } catch {
            throw .missing("\(profile) cannot be read: \(error)")
        }
        guard let read else { throw .missing("there is no profile \(profile) in \(folder)") }
        let fonts = TypeSetter(fonts: ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#1"])
        guard fonts.problems.isEmpty else { throw .missing("the fonts cannot be opened: install fonts-wqy-microhei") }
        renderer = ReceiptRenderer(profile: read, setter: fonts)
        self.profile = profile
        dots = read.dots(paper: nil)
        aligns = read.image.aligns
    }

    /// Makes the bytes of a slip.
    ///
    /// - Parameter number: which one it is; each is another.
    /// - Throws: ``BenchFault/missing(_:)`` if it is refused.
    func bytes(_ number: Int) throws(BenchFault) -> [UInt8] {
        do {
            return try renderer.document(for: Self.receipt(number)).bytes
        } catch {
            throw .missing("the slip cannot be made: \(error)")
        }
    }

    /// The lines of the slip, without its code.
    var lines: [String] {
        let text = renderer.text(for: Self.receipt(0))
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).filter { line in
            !line.unicodeScalars.contains { (0x2580...0x259F).contains($0.value) || $0.value == 0x1B }
        }
    }

    private static func receipt(_ number: Int) -> Receipt {
        let digits = String(number % 100_000)
        let tail = String(repeating: "0", count: 5 - digits.count) + digits
        return Receipt(
            merchantName: "Corner Tea", terminal: "T-0001", order: OrderID("01JZ9M3V7Q8W2K4R6T0XY\(tail)"), kind: .code,
            subject: "Green tea, large", amount: Money(minorUnits: 1250, .cny),
            at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800, codePayload: payload)
    }
}
