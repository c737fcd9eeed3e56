// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceProfiles

@Suite struct `Printer profiles` {
    private static let folder = Devices.printers

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
    }

    private func problems(_ texts: [String: String]) -> [String] {
        do {
            _ = try PrinterProfiles(texts: texts)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `all that are shipped load and name their source`() throws {
        let profiles = try PrinterProfiles.load(folder: Self.folder)

        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(profiles.all.count == files.count { $0.hasSuffix(".yaml") })
        #expect(profiles.all.allSatisfy { $0.source.count > 10 })
        #expect(profiles.all.allSatisfy { $0.image.maxBytes <= 4096 })
        #expect(profiles.all.allSatisfy { $0.image.prints })
        // These know no rasters, and their codes are printed in columns; nobody else may be among them.
        #expect(
            profiles.all.filter { !$0.image.modes.contains(.raster) }.map(\.id) == [
                "epson-tm-u220", "epson-tm-u220b", "wincor-th230", "wincor-th230-plus",
            ])
    }

    @Test(arguments: [
        ("generic-58", 58, 384, 32), ("generic-80", 80, 576, 48), ("epson-tm-t88v", 80, 512, 42),
        ("epson-tm-t88v", 58, 360, 30), ("epson-tm-t20iii", 80, 576, 48), ("epson-tm-t20iii", 58, 420, 35),
        ("xprinter-xp-58", 58, 384, 32),
    ])
    func `have the columns of their paper`(id: String, paper: Int, dots: Int, columns: Int) throws {
        let profile = try #require(PrinterProfiles.load(folder: Self.folder)[id: id])

        #expect(profile.dots(paper: paper) == dots)
        #expect(profile.columns(paper: paper) == columns)
    }

    @Test func `take from their base what they do not say`() throws {
        let profiles = try PrinterProfiles.load(folder: Self.folder)

        let printer = try #require(profiles[id: "epson-tm-t88v"])

        #expect(printer.inherits == "epson-180")
        #expect(printer.mechanism.speed == 300)
        #expect(printer.mechanism.cutter == .partial)
        #expect(printer.status.processID)
        #expect(printer.text.pages.first == CharacterTable(number: 0, name: "cp437"))
        #expect(printer.lineSpacingUnits == 60)
    }

    @Test func `claim little where the printer is unknown`() throws {
        let profiles = try PrinterProfiles.load(folder: Self.folder)

        for id in ["generic-58", "generic-80"] {
            let profile = try #require(profiles[id: id])
            #expect(!profile.status.processID && !profile.status.asb && !profile.qr.native)
            #expect(profile.mechanism.cutter == .none)
            #expect(profile.image.modes == [.raster])
        }
    }

    @Test func `report every unknown key and wrong type at once`() throws {
        let base = try text("generic-58.yaml")
            .replacing("dpi: 203", with: "dpi: many\n  colour: true")
            .replacing("cutter: none", with: "cutter: sharp")
            .replacing("utf8: false", with: "utf8: 0")
        let child = "id: shop\nvendor: A\nmodel: B\ninherits: generic-58\nsupport: tested\nwheels: 4\n"

        let problems = problems(["generic-58.yaml": base, "shop.yaml": child])

        #expect(
            problems == [
                "generic-58.yaml: print.dpi: has to be a whole number from 100 to 600",
                "generic-58.yaml: print.colour: is not a key of a printer: correct or remove it",
                "generic-58.yaml: text.utf8: has to be true or false",
                "generic-58.yaml: mechanism.cutter: has to be one of none, partial, full, both",
                "shop.yaml: wheels: is not a key of a printer: correct or remove it",
                "shop.yaml: source: is missing: add it",
            ])
    }

    @Test func `inherit one level and no more`() throws {
        let base = try text("generic-58.yaml")
        let child = "id: one\nvendor: A\nmodel: B\ninherits: generic-58\nsupport: tested\nsource: somewhere\n"
        let grandchild = child.replacing("id: one", with: "id: two").replacing("generic-58", with: "one")

        let problems = problems(["generic-58.yaml": base, "one.yaml": child, "two.yaml": grandchild])

        #expect(problems == ["two.yaml: inherits: one inherits generic-58 itself: inherit a base"])
    }

    @Test(arguments: [
        ("id: [", "is no YAML"), ("- a\n- b\n", "has to be a mapping"), ("", "has to be a mapping"),
        ("id: x\nid: x\n", "is no YAML"),
    ])
    func `that are no profiles are named`(yaml: String, message: String) {
        let problems = problems(["x.yaml": yaml])

        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("x.yaml: \(message)") == true)
    }

    @Test func `are named like their files`() throws {
        let problems = problems(["other.yaml": try text("generic-58.yaml")])

        #expect(problems == ["other.yaml: id: is generic-58: it has to be the name of the file"])
    }

    @Test func `need a base that is there`() {
        let child = "id: one\nvendor: A\nmodel: B\ninherits: ghost\nsupport: tested\nsource: somewhere\n"

        let problems = problems(["one.yaml": child])

        #expect(problems == ["one.yaml: inherits: there is no ghost.yaml in the folder: name a base that is there"])
    }

    @Test func `are read one by one, whatever their neighbours are`() throws {
        let folder = try TemporaryFolder()
        for name in ["epson-203.yaml", "epson-tm-t20iii.yaml"] {
            try FileManager.default.copyItem(
                atPath: "\(Self.folder)/\(name)", toPath: "\(folder.path)/\(name)")
        }
        _ = try folder.file("broken.yaml", Array("print: [".utf8))

        let profile = try PrinterProfiles.load("epson-tm-t20iii", folder: folder.path)

        #expect(try profile == PrinterProfiles.load(folder: Self.folder)[id: "epson-tm-t20iii"])
        #expect(throws: ProfileError.self) { try PrinterProfiles.load("broken", folder: folder.path) }
        #expect(try PrinterProfiles.load("nobody-9000", folder: folder.path) == nil)
        #expect(try PrinterProfiles.load("../\(folder.url.lastPathComponent)/epson-203", folder: folder.path) == nil)
        #expect(try PrinterProfiles.ids(folder: folder.path) == ["broken", "epson-203", "epson-tm-t20iii"])
    }

    @Test func `need a folder that is there`() {
        #expect(throws: ProfileError.self) { try PrinterProfiles.load(folder: "/nowhere/at/all") }
    }
}
