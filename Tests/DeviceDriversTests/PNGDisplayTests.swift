// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import DeviceDrivers
import Foundation
import Raster
import Testing

@Suite struct `Display that is a folder` {
    @Test func `each new picture becomes a file and the last one is there twice`() async throws {
        let folder = try TemporaryFolder()
        let display = try PNGDisplay(folder: folder.url.path, geometry: Self.geometry)
        let code = try Surface(code: QRMatrix(text: "shown"), modulePixels: 4)
        var frame = try Surface(width: 150, height: 120)
        frame.blit(code, x: 10, y: 0)
        let blank = try Surface(width: 150, height: 120)

        try await display.show(blank, label: "idle")
        try await display.show(frame, label: "Code/../1")
        try await display.show(frame, label: "Code/../1")

        #expect(try Self.names(folder) == ["0001-idle.png", "0002-code----1.png", "latest.png"])
        let latest = folder.url.appending(path: "latest.png")
        #expect(try ForeignTool.codes(in: latest) == ["shown"])
        _ = try ForeignTool.run("pngcheck", ["-q", latest.path])
        #expect(try Data(contentsOf: latest) == Data(contentsOf: folder.url.appending(path: "0002-code----1.png")))
    }

    @Test func `numbers go on after a restart and only the newest are kept`() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("0041-old.png", [])
        _ = try folder.file("notes.txt", [])
        let display = try PNGDisplay(folder: folder.url.path, geometry: Self.geometry, kept: 3)

        for shade in 0..<5 {
            let color = Color(UInt32(shade))
            try await display.show(try Surface(width: 150, height: 120, color: color), label: "s\(shade)")
        }

        #expect(
            try Self.names(folder) == ["0044-s2.png", "0045-s3.png", "0046-s4.png", "latest.png", "notes.txt"]
        )
    }

    @Test func `a folder below one that is missing is refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "a/b").path

        #expect(throws: DeviceError.absent(path)) { try PNGDisplay(folder: path, geometry: Self.geometry) }
    }

    private static let geometry = DisplayGeometry(width: 150, height: 120)

    private static func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }
}
