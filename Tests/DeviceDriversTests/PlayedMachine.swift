// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import ForeignJudges
import Foundation
import Raster
import Synchronization

@testable import DeviceDrivers

/// A machine whose displays are played, with what its kernel tells about them in files.
struct PlayedMachine {
    let folder: TemporaryFolder
    let kernel = PlayedKernel()
    let tree: DisplayTree

    init() throws {
        folder = try TemporaryFolder()
        tree = DisplayTree(
            graphics: "\(folder.path)/graphics", cards: "\(folder.path)/drm", devices: "/dev")
    }

    var locator: DisplayLocator { DisplayLocator(tree, calls: kernel) }

    /// Writes a file of the kernel's.
    func tell(_ path: String, _ text: String) throws {
        let file = folder.url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Plugs a framebuffer in.
    func plug(_ screen: PlayedFramebuffer, number: Int = 0, name: String, driver: String? = nil) throws {
        kernel.plug(.framebuffer(screen), at: "/dev/fb\(number)")
        try tell("graphics/fb\(number)/name", "\(name)\n")
        let (width, height) = screen.state.withLock { ($0.variable.xres, $0.variable.yres) }
        try tell("graphics/fb\(number)/virtual_size", "\(width),\(2 * height)\n")
        try tell("graphics/fb\(number)/modes", "U:\(width)x\(height)p-60\n")
        if let driver { try link(driver, of: "graphics/fb\(number)") }
    }

    /// Plugs a card in, with one socket.
    func plug(
        _ card: PlayedCard, number: Int = 0, socket: String = "HDMI-A-1", status: String = "connected",
        driver: String? = nil
    ) throws {
        kernel.plug(.card(card), at: "/dev/dri/card\(number)")
        try tell("drm/card\(number)/dev", "226:\(number)\n")
        try tell("drm/card\(number)-\(socket)/status", "\(status)\n")
        try tell("drm/card\(number)-\(socket)/modes", "800x480\n")
        if let driver { try link(driver, of: "drm/card\(number)") }
    }

    private func link(_ driver: String, of entry: String) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: "\(folder.path)/drivers/\(driver)", withIntermediateDirectories: true)
        try files.createDirectory(atPath: "\(folder.path)/\(entry)/device", withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: "\(folder.path)/\(entry)/device/driver", withDestinationPath: "\(folder.path)/drivers/\(driver)")
    }
}
