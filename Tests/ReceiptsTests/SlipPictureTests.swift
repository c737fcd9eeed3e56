// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import ForeignJudges
import Foundation
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Pictures of every slip` {
    /// Slips for paper of so many columns, and the names of their pictures.
    private static func slips(columns: Int) -> [(name: String, content: SlipContent)] {
        let paid = Samples.receipt()
        let code = Samples.receipt(.code, payload: Samples.payload)
        return [
            ("sale", SlipContent(paid)),
            ("copy", SlipContent(Samples.receipt(.copy(number: 2), mayBeDuplicate: true))),
            ("copy-refunded", SlipContent(Samples.receipt(.copy(number: 1), refunded: paid.amount))),
            (
                "copy-partly-refunded",
                SlipContent(Samples.receipt(.copy(number: 1), refunded: Money(minorUnits: 500, .cny)))
            ),
            ("refund", SlipContent(Samples.receipt(.refund))),
            ("code", SlipContent(code, payBefore: code.at + .seconds(300))),
            ("day", SlipContent(Samples.day)),
            ("journal-day", SlipContent(Samples.day, onJournal: true)),
            ("test", SlipContent(Samples.test, columns: columns)),
            ("agreement", SlipContent(Samples.agreement(.signed))),
            ("agreement-unsigned", SlipContent(Samples.agreement(.unsigned(payload: Samples.payload)))),
            ("agreement-ended", SlipContent(Samples.agreement(.ended))),
        ]
    }

    private static let languages: [(tag: String, words: ReceiptWords)] = [
        ("en", .english), ("zh-Hans", .simplifiedChinese),
    ]

    private static func renderer(_ printer: String, _ words: ReceiptWords) throws -> ReceiptRenderer {
        let profile = try Samples.profile(printer)
        let logo = try SlipLogo(file: Samples.logo(), width: profile.dots())
        return ReceiptRenderer(profile: profile, words: words, setter: Samples.setter(), logo: logo)
    }

    @Test(arguments: ["generic-58", "generic-80", "xprinter-xp-58"])
    func `print without an objection and are kept where the environment says`(printer: String) throws {
        let folder = ProcessInfo.processInfo.environment["TILLD_SLIP_PICTURES"].map { URL(filePath: $0) }
        for (tag, words) in Self.languages {
            let renderer = try Self.renderer(printer, words)
            for (name, content) in Self.slips(columns: renderer.columns) {
                let document = try renderer.document(for: content)

                var roll = EscPosPaper(renderer.machine)
                roll.print(document.bytes)
                #expect(roll.complaints.isEmpty, "\(printer) \(tag) \(name)")
                #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
                #expect(renderer.boxes(in: content).isEmpty, "\(tag) \(name)")
                if let folder {
                    let file = folder.appending(path: "\(name)-\(printer)-\(tag).png")
                    try Data(renderer.png(for: content)).write(to: file)
                }
            }
        }
    }

    @Test(arguments: ["generic-58", "generic-80"], ["day", "code", "agreement-unsigned"])
    func `show codes that can be read`(printer: String, name: String) throws {
        let folder = try TemporaryFolder()
        let slip = try #require(Self.slips(columns: 32).first { $0.name == name })
        let expected = try #require(slip.content.fields[name == "day" ? .head : .code])

        let png = try Self.renderer(printer, .english).png(for: slip.content)

        #expect(try ForeignTool.codes(in: folder.file("slip.png", png)) == [expected])
    }
}
