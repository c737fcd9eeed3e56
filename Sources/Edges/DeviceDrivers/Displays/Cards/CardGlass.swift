// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Raster

/// An open card that shows one buffer on one screen.
final class CardGlass: Glass {
    private let card: Card
    private let plan: CardPlan
    private let buffer: CardBuffer
    private let tree: DisplayTree
    private let modes: String?
    private var isLit = false
    private var mustTell = true

    init(_ card: Card, _ plan: CardPlan, _ buffer: CardBuffer, _ tree: DisplayTree) {
        self.card = card
        self.plan = plan
        self.buffer = buffer
        self.tree = tree
        modes = tree.modes(ofCard: card.path, connector: plan.socket.name)
    }

    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
        try buffer.pixels.put(bytes, at: offset, path: card.path)
    }

    /// Shows the buffer with its first picture in it, and tells the driver of later ones, without which
    /// some never look again.
    func flush(_ area: PixelRect) throws(DeviceError) {
        buffer.pixels.finish()
        if !isLit {
            try light()
            isLit = true
        }
        try tell(area)
    }

    func wake() {}

    func health() -> DisplayHealth {
        guard card.calls.node(at: card.path) != nil else { return .gone }
        guard card.isStillThere else { return .changed }
        let name = plan.socket.name
        guard tree.status(ofCard: card.path, connector: name) != "disconnected" else { return .gone }
        return tree.modes(ofCard: card.path, connector: name) == modes ? .ok : .changed
    }

    func giveWay() { card.leaveMaster() }

    func takeBack() throws(DeviceError) {
        try card.becomeMaster()
        isLit = false
    }

    private func light() throws(DeviceError) {
        do throws(DeviceError) {
            try scanOut()
        } catch .busy {
            // Whoever was master may have left since the card was opened.
            try card.becomeMaster()
            try scanOut()
        }
    }

    private func scanOut() throws(DeviceError) {
        var socket = plan.socket.id
        var failure: DeviceError?
        withUnsafeMutablePointer(to: &socket) { place in
            var crtc = tilld_drm_crtc()
            crtc.connectors = UInt64(UInt(bitPattern: place))
            crtc.connector_count = 1
            crtc.id = plan.crtc
            crtc.buffer = buffer.id
            crtc.mode_valid = 1
            crtc.mode = plan.mode
            do throws(DeviceError) {
                try card.ask(tilld_drm_set_crtc, &crtc, for: "the mode")
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func tell(_ area: PixelRect) throws(DeviceError) {
        guard mustTell else { return }
        var clip = tilld_drm_clip(
            left: UInt16(clamping: area.x), top: UInt16(clamping: area.y), right: UInt16(clamping: area.right),
            bottom: UInt16(clamping: area.bottom))
        let answer = withUnsafeMutablePointer(to: &clip) { place in
            var dirty = tilld_drm_dirty()
            dirty.buffer = buffer.id
            dirty.clip_count = 1
            dirty.clips = UInt64(UInt(bitPattern: place))
            return card.calls.ask(card.descriptor, tilld_drm_mark_dirty, &dirty)
        }
        switch answer {
        case 0: return
        case -ENOSYS: mustTell = false
        case -ENODEV, -ENXIO: throw .gone(card.path)
        default: throw .writeFailed(what: "showing a part of \(card.path)", errno: -answer)
        }
    }
}
