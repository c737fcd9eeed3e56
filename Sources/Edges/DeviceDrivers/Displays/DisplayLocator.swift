// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
import Raster

/// Finds and opens the display that a setting asks for.
package struct DisplayLocator: Sendable {
    private let tree: DisplayTree
    private let calls: any DeviceCalls

    /// Makes a locator.
    ///
    /// - Parameters:
    ///   - sysfs: where the kernel lists framebuffers.
    ///   - cards: where the kernel lists cards and their sockets.
    ///   - devices: where the nodes of both are.
    package init(
        sysfs: String = "/sys/class/graphics", cards: String = "/sys/class/drm", devices: String = "/dev"
    ) {
        self.init(DisplayTree(graphics: sysfs, cards: cards, devices: devices), calls: KernelCalls())
    }

    /// Makes a locator for a machine that is played.
    init(_ tree: DisplayTree, calls: any DeviceCalls) {
        self.tree = tree
        self.calls = calls
    }

    /// The framebuffers of this machine.
    package var candidates: [FramebufferCandidate] {
        FramebufferCandidate.all(sysfs: tree.graphics, devices: tree.devices)
    }

    /// The graphics cards of this machine.
    package var cards: [CardCandidate] { tree.candidates }

    /// What the kernel tells of a framebuffer without opening it, for choosing a profile.
    package func facts(of candidate: FramebufferCandidate) -> DisplayFacts {
        tree.facts(ofFramebuffer: candidate.path)
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
            return try framebuffer(path, options)
        case .named(let part):
            guard let match = candidates.first(where: { $0.name.lowercased().contains(part.lowercased()) }) else {
                throw .absent("a framebuffer whose name contains \"\(part)\"")
            }
            return try framebuffer(match.path, options)
        case .automatic:
            return try first(options)
        case .card(let path, let connector):
            return try card(path, connector: connector, options)
        case .file(let path):
            return try FramebufferDisplay(file: path, layout: try layout(ofFile: path, options: options))
        case .png(let folder):
            return try PNGDisplay(folder: folder, geometry: try size(of: options), kept: options.keptFrames)
        case .ansi(let path):
            return try ANSIDisplay(path: path)
        }
    }

    /// Makes a way to open a display, as often as it takes, that nobody waits for longer than they want.
    package func opening(
        _ setting: DisplaySetting, options: DisplayOptions = DisplayOptions()
    ) -> DisplayOpening {
        DisplayOpening(name: "the display") { () throws(DeviceError) in try open(setting, options: options) }
    }

    private func framebuffer(_ path: String, _ options: DisplayOptions) throws(DeviceError) -> FramebufferDisplay {
        let source = FramebufferSource(path: path, choice: choice(options), tree: tree, calls: calls)
        return try FramebufferDisplay(source, elapsed: options.elapsed)
    }

    private func card(
        _ path: String, connector: String?, _ options: DisplayOptions
    ) throws(DeviceError) -> FramebufferDisplay {
        let source = CardSource(
            path: path, connector: connector, choice: choice(options), tree: tree, calls: calls)
        return try FramebufferDisplay(source, elapsed: options.elapsed)
    }

    private func choice(_ options: DisplayOptions) -> PanelChoice {
        PanelChoice(options.framebuffer, profile: options.profile, profiles: options.profiles)
    }

    /// Takes the first framebuffer that opens, else the first card; the first failure is told if none does.
    private func first(_ options: DisplayOptions) throws(DeviceError) -> any DisplayDriver {
        var failure: DeviceError?
        for candidate in candidates {
            do throws(DeviceError) {
                return try framebuffer(candidate.path, options)
            } catch {
                failure = failure ?? error
            }
        }
        for candidate in cards {
            do throws(DeviceError) {
                return try card(candidate.path, connector: nil, options)
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
        let rotation = options.framebuffer.rotation ?? .none
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
