// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceProfiles

@Suite struct `A profile that is written` {
    private let all: PrinterProfiles

    init() throws { all = try Devices.allPrinters() }

    @Test func `reads back as it was, every one that is shipped`() throws {
        for profile in all.all {
            var texts = ["\(profile.id).yaml": profile.yaml()]
            if let base = profile.inherits { texts["\(base).yaml"] = all[id: base]?.yaml() }

            let read = try PrinterProfiles(texts: texts)

            #expect(read[id: profile.id] == profile)
        }
    }

    @Test func `says over a base only what differs`() throws {
        let base = try #require(all[id: "epson-203"])
        let profile = try #require(all[id: "epson-tm-t20iii"])

        let text = profile.yaml(over: base)

        let read = try PrinterProfiles(texts: ["epson-203.yaml": base.yaml(), "epson-tm-t20iii.yaml": text])
        #expect(read[id: "epson-tm-t20iii"] == profile)
        #expect(text.contains("  speed: 250\n"))
        for key in ["dpi", "fonts", "status", "cutter", "quirks"] { #expect(!text.contains("\(key):"), "\(key)") }
    }

    @Test func `keeps every key that there is`() throws {
        let profile = try #require(all[id: "epson-tm-t88v"])

        let text = profile.yaml()

        for key in ProfileSchema.printer.keys {
            #expect(text.contains("\(key.name ?? key.path): "), "\(key.path)")
        }
    }

    @Test(arguments: [
        "TM-T88V", "#1: \"best\" \\ printer's", "- yes", "null", "0x10", "热敏打印机", "Überdrucker – 80 €",
        "*a &b !c %d @e `f",
        "{ a: [b] }", "a\u{A0}b", "  ends with spaces  ",
    ])
    func `is YAML to others as well, whatever it is called`(name: String) throws {
        let base = try #require(all[id: "generic-80"])
        let findings = PrinterFindings(facts: PrinterFacts(gsI: name), vendor: name, realtime: true)
        let profile = PrinterProfile(probed: findings, on: base, source: "asked on a day, by \(name)")
        let folder = try TemporaryFolder()
        let text = profile.yaml(comment: "Written by a probe.\nNot by a person: \(name)")
        let file = try folder.file("\(profile.id).yaml", Array(text.utf8))
        let judge = "import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))))"

        let output = try ForeignTool.run("python3", ["-c", judge, file.path])

        let seen = try #require(JSONSerialization.jsonObject(with: output) as? [String: Any])
        #expect(seen["vendor"] as? String == profile.vendor)
        #expect(seen["model"] as? String == profile.model)
        #expect(seen["source"] as? String == profile.source)
        #expect((seen["print"] as? [String: Any])?["dpi"] as? Int == 203)
        let read = try PrinterProfiles(texts: ["\(profile.id).yaml": text, "generic-80.yaml": base.yaml()])
        #expect(read[id: profile.id] == profile)
    }
}
