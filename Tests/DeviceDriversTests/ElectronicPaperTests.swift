// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Foundation
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `Electronic paper` {
    private struct Paper {
        let clock = HandClock()
        let screen = PlayedFramebuffer(PlayedPanel.all[0], width: 40, height: 20)
        let kernel = PlayedKernel()
        let display: FramebufferDisplay

        init() throws {
            kernel.plug(.framebuffer(screen), at: "/dev/fb0")
            let tree = DisplayTree(graphics: "/none", cards: "/none", devices: "/dev")
            let clock = clock
            display = try FramebufferDisplay(
                FramebufferSource(
                    path: "/dev/fb0", choice: PanelChoice(FramebufferOptions(kind: .epaper)), tree: tree,
                    calls: kernel),
                elapsed: { clock.now })
        }

        /// Shows a picture with a spot at a place, and says how many bytes that took.
        func show(_ label: String, spot: Int = 0) async throws -> Int {
            let before = kernel.state.withLock { $0.written }
            var surface = try Surface(width: 40, height: 20)
            surface.fill(PixelRect(x: spot, y: 0, width: 1, height: 1), with: .black)
            try await display.show(surface, label: label)
            return kernel.state.withLock { $0.written } - before
        }
    }

    /// All black, all white, and the picture: each line with a pixel of the one beside it, since it is written.
    private static let full = 3 * (40 + 1) * 20 * 4

    @Test func `is cleaned before a code, so that nothing shines through`() async throws {
        let paper = try Paper()

        let first = try await paper.show("idle")
        let waiting = try await paper.show("waiting")
        let code = try await paper.show("code")
        let refreshes = await paper.display.refreshes

        #expect(first == Self.full)
        #expect(waiting == Self.full / 3)
        #expect(code == Self.full)
        #expect(refreshes?.full == 2)
        #expect(refreshes?.partial == 1)
    }

    @Test func `is drawn in part as long as a code is up, however long that is`() async throws {
        let paper = try Paper()
        _ = try await paper.show("code")

        var bytes: [Int] = []
        for spot in 1...20 {
            paper.clock.advance(by: .seconds(3600 * 2))
            bytes.append(try await paper.show("code", spot: spot))
        }

        #expect(bytes == [Int](repeating: 8, count: 20))
        #expect(await paper.display.poll() == .ok)
    }

    @Test func `is cleaned after five pictures that were drawn in part`() async throws {
        let paper = try Paper()
        _ = try await paper.show("idle")

        var isFull: [Bool] = []
        for spot in 1...12 { isFull.append(try await paper.show("idle", spot: spot) == Self.full) }

        #expect(isFull.enumerated().filter(\.element).map(\.offset) == [5, 11])
    }

    @Test func `wants to be cleaned after a day`() async throws {
        let paper = try Paper()
        _ = try await paper.show("idle")

        paper.clock.advance(by: .seconds(24 * 3600 - 1))
        let before = await paper.display.poll()
        paper.clock.advance(by: .seconds(1))
        let after = await paper.display.poll()
        try await paper.display.reopen()
        let bytes = try await paper.show("idle")

        #expect(before == .ok)
        #expect(after == .changed)
        #expect(bytes == Self.full)
        #expect(await paper.display.poll() == .ok)
    }

    @Test func `has no countdown, is black or white, and has more time`() throws {
        let paper = try Paper()

        let geometry = paper.display.geometry

        #expect(geometry.isMono)
        #expect(!geometry.antialias)
        #expect(
            geometry.rhythm
                == DisplayRhythm(leastInterval: .seconds(1), allowsCountdown: false, patience: .seconds(11)))
    }
}
