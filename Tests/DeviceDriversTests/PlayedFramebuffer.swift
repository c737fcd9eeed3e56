// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Synchronization

@testable import DeviceDrivers

/// A framebuffer that is played.
final class PlayedFramebuffer: Sendable {
    struct State: Sendable {
        var variable = fb_var_screeninfo()
        var fixed = fb_fix_screeninfo()
        var colors: [[UInt16]] = []
        var refusesMaps = false
        var refusesColors = false
        /// What every request answers instead.
        var failure: Int32 = 0
        /// The most bytes that one write takes.
        var mostWritten = Int.max
        var unblanks = 0
        var memory = PlayedMemory(0)
        /// What the panel shows of what was written, as DRM's framebuffers show it.
        var shown: [UInt8] = []
    }

    let state = Mutex(State())

    /// Makes one of whatever kind.
    ///
    /// - Parameter padding: bytes behind each line.
    init(_ kind: PlayedPanel, width: Int, height: Int, padding: Int = 0) {
        let line = (kind.bits < 8 ? (width * kind.bits + 7) / 8 : width * ((kind.bits + 7) / 8)) + padding
        state.withLock { state in
            state.variable.xres = UInt32(width)
            state.variable.yres = UInt32(height)
            state.variable.xres_virtual = UInt32(width)
            state.variable.yres_virtual = UInt32(height)
            state.variable.bits_per_pixel = UInt32(kind.bits)
            state.variable.grayscale = kind.isGrey ? 1 : 0
            state.variable.red = kind.red.field
            state.variable.green = kind.green.field
            state.variable.blue = kind.blue.field
            state.variable.transp = kind.alpha.field
            state.fixed.visual = UInt32(kind.visual)
            state.fixed.line_length = UInt32(line)
            state.fixed.smem_len = UInt32(line * height)
            state.memory = PlayedMemory(line * height)
            state.shown = state.memory.bytes
            state.colors = kind.colors
        }
    }

    var bytes: [UInt8] { state.withLock { $0.memory.bytes } }
    var shown: [UInt8] { state.withLock { $0.shown } }
    var lineLength: Int { state.withLock { Int($0.fixed.line_length) } }

    func map(_ length: Int) -> UnsafeMutableRawPointer? {
        state.withLock { $0.refusesMaps || length > $0.memory.count ? nil : $0.memory.start }
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        state.withLock { state in
            guard let start = state.memory.start, offset < state.memory.count else { return -Int(EFBIG) }
            let count = min(bytes.count, state.memory.count - offset, state.mostWritten)
            if let source = bytes.baseAddress { (start + offset).copyMemory(from: source, byteCount: count) }
            state.show(offset..<offset + count)
            return count
        }
    }

    func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        state.withLock { state in
            guard let start = state.memory.start, offset < state.memory.count else { return 0 }
            let count = min(bytes.count, state.memory.count - offset)
            bytes.copyMemory(from: UnsafeRawBufferPointer(start: start + offset, count: count))
            return count
        }
    }

    func ask(_ request: UInt, _ argument: UnsafeMutableRawPointer) -> Int32 {
        state.withLock { state in
            guard state.failure == 0 else { return state.failure }
            switch request {
            case UInt(FBIOGET_VSCREENINFO):
                argument.assumingMemoryBound(to: fb_var_screeninfo.self).pointee = state.variable
            case UInt(FBIOGET_FSCREENINFO):
                argument.assumingMemoryBound(to: fb_fix_screeninfo.self).pointee = state.fixed
            case UInt(FBIOPUTCMAP) where !state.refusesColors:
                let map = argument.assumingMemoryBound(to: fb_cmap.self).pointee
                state.colors = [map.red, map.green, map.blue].map { colors in
                    (0..<Int(map.len)).map { colors?[$0] ?? 0 }
                }
            case UInt(FBIOGETCMAP) where !state.colors.isEmpty:
                let map = argument.assumingMemoryBound(to: fb_cmap.self).pointee
                for (colors, target) in zip(state.colors, [map.red, map.green, map.blue]) {
                    for (index, value) in colors.prefix(Int(map.len)).enumerated() { target?[index] = value }
                }
            default: return -EINVAL
            }
            return 0
        }
    }

    func tell(_ request: UInt, _ argument: Int) -> Int32 {
        guard request == UInt(FBIOBLANK), argument == 0 else { return -EINVAL }
        state.withLock { $0.unblanks += 1 }
        return 0
    }
}

extension PlayedFramebuffer.State {
    /// Shows what a write has changed. Source: Linux 6.1, `drm_fb_helper_memory_range_to_clip`.
    fileprivate mutating func show(_ range: Range<Int>) {
        let line = Int(fixed.line_length)
        let bits = Int(variable.bits_per_pixel)
        guard line > 0 else { return }
        let lines = range.lowerBound / line..<(range.upperBound + line - 1) / line
        var columns = 0..<Int(variable.xres)
        if lines.count == 1 {
            let end = (range.upperBound % line * 8 + bits - 1) / bits
            let start = range.lowerBound % line * 8 / bits
            guard start < end else { return }
            columns = start..<end
        }
        let now = memory.bytes
        for y in lines {
            let first = y * line + columns.lowerBound * bits / 8
            let last = min(y * line + (columns.upperBound * bits + 7) / 8, (y + 1) * line, now.count)
            guard first < last else { continue }
            shown.replaceSubrange(first..<last, with: now[first..<last])
        }
    }
}

extension PlayedPanel.Field {
    fileprivate var field: fb_bitfield { fb_bitfield(offset: UInt32(offset), length: UInt32(length), msb_right: 0) }
}
