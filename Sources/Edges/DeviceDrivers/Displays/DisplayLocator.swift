// SPDX-License-Identifier: Apache-2.0

import Raster

/// Finds and opens the display that a setting asks for.
package struct DisplayLocator: Sendable {
    private let sysfs: String
    private let devices: String

    /// Makes a locator.
    ///
    /// - Parameters:
    ///   - sysfs: where the kernel lists framebuffers.
    ///   - devices: where their nodes are.
    package init(sysfs: String = "/sys/class/graphics", devices: String = "/dev") {
        self.sysfs = sysfs
        self.devices = devices
    }

    /// The framebuffers of this machine.
    package var candidates: [FramebufferCandidate] {
        FramebufferCandidate.all(sysfs: sysfs, devices: devices)
    }

    /// Opens a display.
    ///
    /// - Returns: nil if the setting asks for none.
    /// - Throws: what opening that kind of display may; ``DeviceError/absent(_:)`` if nothing is found.
    package func open(
        _ setting: DisplaySetting,
        options: DisplayOptions = DisplayOptions()
    ) throws(DeviceError) -> (any DisplayDriver)? {
        switch setting {
        case .none:
            return nil
        case .framebuffer(let path):
            return try FramebufferDisplay(device: path, options: options.framebuffer)
        case .named(let part):
            guard let match = candidates.first(where: { $0.name.lowercased().contains(part.lowercased()) }) else {
                throw .absent("a framebuffer whose name contains \"\(part)\"")
            }
            return try FramebufferDisplay(device: match.path, options: options.framebuffer)
        case .automatic:
            return try firstFramebuffer(options.framebuffer)
        case .file(let path):
            return try FramebufferDisplay(file: path, layout: try layout(ofFile: path, options: options))
        case .png(let folder):
            return try PNGDisplay(folder: folder, geometry: try size(of: options), kept: options.keptFrames)
        case .ansi(let path):
            return try ANSIDisplay(path: path)
        }
    }

    /// Takes the first one that opens; the first failure is told if none does.
    private func firstFramebuffer(_ options: FramebufferOptions) throws(DeviceError) -> any DisplayDriver {
        var failure: DeviceError?
        for candidate in candidates {
            do throws(DeviceError) {
                return try FramebufferDisplay(device: candidate.path, options: options)
            } catch {
                failure = failure ?? error
            }
        }
        throw failure ?? .absent("a framebuffer")
    }

    private func layout(ofFile path: String, options: DisplayOptions) throws(DeviceError) -> PixelLayout {
        let sidecar = path + ".json"
        if let json = DisplayFile.read(sidecar, upTo: FramebufferSidecar.sizeLimit + 1) {
            return try FramebufferSidecar.layout(from: json, path: sidecar)
        }
        let rotation = options.framebuffer.rotation
        do {
            // The options say how large pictures are; a turned panel has its sides the other way round.
            return try PixelLayout(
                width: rotation.swapsSides ? options.height : options.width,
                height: rotation.swapsSides ? options.width : options.height,
                format: options.framebuffer.format ?? .xrgb8888,
                rotation: rotation
            )
        } catch {
            throw .mismatch("\(path): \(error)")
        }
    }

    private func size(of options: DisplayOptions) throws(DeviceError) -> DisplayGeometry {
        let sides = 1...Surface.sideLimit
        guard sides.contains(options.width), sides.contains(options.height) else {
            throw .mismatch("a display of \(options.width)x\(options.height) pixels: use 1 to \(Surface.sideLimit)")
        }
        return DisplayGeometry(width: options.width, height: options.height)
    }
}
