// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Foundation
import PaperTesting
import Testing

@testable import DeviceDrivers

@Suite struct `What a printer was found to answer` {
    /// A folder that goes with the test.
    final class Folder: Sendable {
        let path = FileManager.default.temporaryDirectory.appending(path: "printers-\(UUID().uuidString)").path
        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        // A folder that is left behind harms nobody.
        deinit { try? FileManager.default.removeItem(atPath: path) }
        var files: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
    }

    private static let mine = DeviceIdentity.usb(vendor: "04b8", product: "0202", serial: "J5QF")
    private static let other = DeviceIdentity.usb(vendor: "04b8", product: "0202", serial: "K6RG")

    /// A profile that claims nothing, so that all has to be asked.
    private func profile() throws -> PrinterProfile {
        var model = PaperModel(name: "unknown", tier: .atOnce)
        model.tellsChanges = false
        return try #require(try model.profile())
    }

    private func desk(_ name: String, _ identity: DeviceIdentity? = mine) throws -> PaperDesk {
        PaperDesk(try Desk.model(name), cable: .network, identity: identity)
    }

    private func driver(_ desk: PaperDesk, _ folder: Folder) throws -> EscPosPrinter {
        EscPosPrinter(
            port: desk.port(), profile: try profile(), memory: PrinterMemory(folder: folder.path),
            elapsed: { desk.now })
    }

    private func slip() throws -> PrintedJob { try PaperSlip(number: 7, kind: .text).job }

    @Test func `is known to the next driver, which asks less`() async throws {
        let folder = try Folder()
        let desk = try desk("marks")
        _ = try await driver(desk, folder).print(slip())
        let first = desk.passed
        let next = try driver(desk, folder)

        let known = await next.abilities()
        let result = try await next.print(slip())

        #expect(known == PrinterAbilities(tier: .marks, clears: true, counts: true))
        #expect(result == .printed)
        #expect(desk.passed - first < first)
        #expect(try folder.files == [Self.mine.fileName + ".abilities"])
    }

    @Test func `is not taken for that of another device in its place`() async throws {
        let folder = try Folder()
        let desk = try desk("marks")
        let printer = try driver(desk, folder)
        _ = try await printer.print(slip())

        desk.replace(by: try Desk.model("at-once"), identity: Self.other)
        let result = try await printer.print(slip())

        #expect(result == .unconfirmed)
        #expect(await printer.abilities()?.tier == .atOnce)
        #expect(try folder.files.count == 2)
    }

    @Test func `is forgotten when a person has it probed`() async throws {
        let folder = try Folder()
        let desk = try desk("marks")
        let printer = try driver(desk, folder)
        _ = try await printer.print(slip())

        _ = try await printer.examine()

        #expect(await printer.abilities() == nil)
        #expect(try folder.files == [])
    }

    @Test func `is asked anew where a poorer printer stands at the same address`() async throws {
        let folder = try Folder()
        let desk = try desk("marks", .network(host: "10.0.0.7", port: 9100))
        _ = try await driver(desk, folder).print(slip())
        desk.replace(by: try Desk.model("at-once"), identity: .network(host: "10.0.0.7", port: 9100))
        let next = try driver(desk, folder)

        await #expect(throws: PrintFailure.self) { try await next.print(slip()) }
        let result = try await next.print(slip())

        #expect(result == .unconfirmed)
        #expect(desk.paper.contains(.line("RECEIPT 7")))
    }

    @Test func `stays where the printer is only switched off`() async throws {
        let folder = try Folder()
        let desk = PaperDesk(try Desk.model("marks"), cable: .serial, identity: .node("/dev/ttyS0"))
        _ = try await driver(desk, folder).print(slip())
        desk.schedule(.powerOff)
        desk.wait(.seconds(1))
        let next = try driver(desk, folder)

        await #expect(throws: PrintFailure.self) { try await next.print(slip()) }
        desk.schedule(.powerOn)
        desk.wait(.seconds(10))
        let result = try await next.print(slip())

        #expect(result == .printed)
        #expect(desk.paper.count { $0 == .line("RECEIPT 7") } == 2)
    }

    @Test func `of a device that cannot be told from others is not kept`() async throws {
        let folder = try Folder()
        let desk = try desk("marks", nil)

        _ = try await driver(desk, folder).print(slip())

        #expect(try folder.files == [])
    }

    @Test(arguments: [
        "", "nonsense", "tilld printer abilities 2\nprofile unknown 100000\nanswers marks\nclears yes\ncounts yes\n",
        "tilld printer abilities 1\nprofile other 100000\nanswers marks\nclears yes\ncounts yes\n",
        "tilld printer abilities 1\nprofile unknown 111111\nanswers marks\nclears yes\ncounts yes\n",
        "tilld printer abilities 1\nprofile unknown 100000\nanswers always\nclears yes\ncounts yes\n",
        "tilld printer abilities 1\nprofile unknown 100000\nanswers marks\nclears maybe\ncounts yes\n",
        "tilld printer abilities 1\nprofile unknown 100000\nanswers marks\nclears yes\ncounts yes\nmore\n",
    ])
    func `that nobody wrote so is asked again`(text: String) throws {
        let folder = try Folder()
        let memory = PrinterMemory(folder: folder.path)
        let file = "\(folder.path)/\(Self.mine.fileName).abilities"
        try Data(text.utf8).write(to: URL(filePath: file))

        #expect(memory.recall(Self.mine, try profile()) == nil)
    }

    @Test func `is read as it was written`() throws {
        let folder = try Folder()
        let memory = PrinterMemory(folder: folder.path)

        for tier in PrinterTier.allCases {
            for clears in [true, false] {
                let abilities = PrinterAbilities(tier: tier, clears: clears, counts: !clears)
                memory.keep(abilities, of: Self.mine, try profile())
                #expect(memory.recall(Self.mine, try profile()) == abilities)
                #expect(memory.recall(Self.other, try profile()) == nil)
            }
        }
    }

    @Test func `is not kept where nothing can be written, and that stops nobody`() async throws {
        let desk = try desk("marks")
        let printer = EscPosPrinter(
            port: desk.port(), profile: try profile(), memory: PrinterMemory(folder: "/nowhere"),
            elapsed: { desk.now })

        let result = try await printer.print(slip())

        #expect(result == .printed)
    }
}
