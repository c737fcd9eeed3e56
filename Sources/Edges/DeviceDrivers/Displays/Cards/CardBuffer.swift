// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

/// Owns a buffer of a card that programs draw into and a screen can show.
final class CardBuffer {
    /// The number by which a screen shows it.
    let id: UInt32
    /// Bytes from line to line, as the driver has chosen them.
    let stride: Int
    /// How pixels are spelt.
    let format: PixelFormat
    /// Its memory.
    let pixels: MappedPixels

    private let card: Card
    private let handle: UInt32

    /// More than the largest picture takes.
    private static let sizeMax = 4 * Surface.sideLimit * Surface.sideLimit

    /// Makes a buffer of 32 bits, or of 16 if the card prefers or takes only that.
    ///
    /// - Parameter wanted: a person's word; only `xrgb8888` and `rgb565` can be made.
    static func make(_ card: Card, width: Int, height: Int, wanted: PixelFormat?) throws(DeviceError) -> CardBuffer {
        let isNarrow = wanted.map { $0 == .rgb565 } ?? (card.capability(TILLD_DRM_PREFERRED_DEPTH) == 16)
        do throws(DeviceError) {
            return try CardBuffer(card, width: width, height: height, isNarrow: isNarrow)
        } catch .writeFailed(let what, let number) {
            // Some drivers prefer what they do not take.
            if let other = try? CardBuffer(card, width: width, height: height, isNarrow: !isNarrow) { return other }
            throw .writeFailed(what: what, errno: number)
        }
    }

    private init(_ card: Card, width: Int, height: Int, isNarrow: Bool) throws(DeviceError) {
        let format: PixelFormat = isNarrow ? .rgb565 : .xrgb8888
        var dumb = tilld_drm_dumb()
        dumb.width = UInt32(width)
        dumb.height = UInt32(height)
        dumb.bits = UInt32(format.bitsPerPixel)
        try card.ask(tilld_drm_create_dumb, &dumb, for: "a buffer")
        let made: (id: UInt32, pixels: MappedPixels)
        do throws(DeviceError) {
            made = try Self.shown(dumb, card, code: UInt32(isNarrow ? TILLD_DRM_RGB565 : TILLD_DRM_XRGB8888), format)
        } catch {
            Self.destroy(dumb.handle, card)
            throw error
        }
        self.card = card
        self.format = format
        handle = dumb.handle
        stride = Int(dumb.pitch)
        id = made.id
        pixels = made.pixels
    }

    deinit {
        Self.remove(id, card)
        Self.destroy(handle, card)
    }

    /// Makes a buffer one that a screen can show, and maps it.
    private static func shown(
        _ dumb: tilld_drm_dumb, _ card: Card, code: UInt32, _ format: PixelFormat
    ) throws(DeviceError) -> (id: UInt32, pixels: MappedPixels) {
        let least = UInt64(dumb.pitch) * UInt64(dumb.height)
        guard Int(dumb.pitch) >= format.bytes(for: Int(dumb.width)), dumb.size >= least, dumb.size <= sizeMax else {
            throw .mismatch("\(card.path) made a buffer of \(dumb.size) bytes for \(least): use another display driver")
        }
        var buffer = tilld_drm_framebuffer()
        buffer.width = dumb.width
        buffer.height = dumb.height
        buffer.format = code
        buffer.handles.0 = dumb.handle
        buffer.pitches.0 = dumb.pitch
        try card.ask(tilld_drm_add_framebuffer, &buffer, for: "a picture of \(format.bitsPerPixel) bits")
        do throws(DeviceError) {
            var place = tilld_drm_map()
            place.handle = dumb.handle
            try card.ask(tilld_drm_map_dumb, &place, for: "the place of a buffer")
            guard let offset = Int(exactly: place.offset),
                let pixels = MappedPixels(
                    card.calls, descriptor: card.descriptor, length: Int(dumb.size), offset: offset)
            else { throw .mismatch("\(card.path) has buffers that cannot be mapped: use another display driver") }
            return (buffer.id, pixels)
        } catch {
            remove(buffer.id, card)
            throw error
        }
    }

    private static func remove(_ id: UInt32, _ card: Card) {
        var id = id
        _ = card.calls.ask(card.descriptor, tilld_drm_remove_framebuffer, &id)
    }

    private static func destroy(_ handle: UInt32, _ card: Card) {
        var handle = handle
        _ = card.calls.ask(card.descriptor, tilld_drm_destroy_dumb, &handle)
    }
}
