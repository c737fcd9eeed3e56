// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
import Synchronization

/// A graphics card that is played, by the kernel's rules: lists are asked for twice, buffers have a pitch
/// of the driver's own, and only the master sets modes.
final class PlayedCard: Sendable {
    struct Socket: Sendable {
        var type: UInt32 = 11
        var number: UInt32 = 1
        var connection: UInt32 = 1
        var modes: [tilld_drm_mode] = []
        var encoder: UInt32 = 0
        var millimetres: (UInt32, UInt32) = (0, 0)
    }

    struct Buffer: Sendable {
        var width: UInt32
        var height: UInt32
        var bits: UInt32
        var pitch: UInt32
        let memory: PlayedMemory
    }

    struct State: Sendable {
        var sockets: [UInt32: Socket] = [:]
        var crtcs: [UInt32] = [31, 32]
        /// Which of them the only encoder can feed.
        var possible: UInt32 = 0b10
        var current: UInt32 = 0
        var buffers: [UInt32: Buffer] = [:]
        var pictures: [UInt32: (handle: UInt32, format: UInt32)] = [:]
        var numbers: UInt32 = 100
        /// What is scanned out: the buffer's picture, the socket and the mode.
        var lit: (crtc: UInt32, picture: UInt32, socket: UInt32, mode: tilld_drm_mode)?
        var lightings = 0
        var clips: [[UInt16]] = []
        var depth: UInt64 = 24
        var isMaster = true
        var othersAreMaster = false
        /// What a request answers instead.
        var refusals: [UInt: Int32] = [:]
        /// Formats that cannot be shown.
        var unknownFormats: Set<UInt32> = []
    }

    let state = Mutex(State())

    /// Makes a card with one socket, HDMI-A-1, that has a screen.
    init(width: UInt16, height: UInt16) {
        state.withLock { $0.sockets[51] = Socket(modes: [Self.mode(width, height, isPreferred: true)]) }
    }

    static func mode(_ width: UInt16, _ height: UInt16, isPreferred: Bool = false) -> tilld_drm_mode {
        var mode = tilld_drm_mode()
        mode.width = width
        mode.height = height
        mode.type = isPreferred ? UInt32(TILLD_DRM_MODE_PREFERRED) : 0
        return mode
    }

    /// The memory that is on the screen.
    var shown: (bytes: [UInt8], pitch: Int)? {
        state.withLock { state in
            guard let lit = state.lit, let picture = state.pictures[lit.picture],
                let buffer = state.buffers[picture.handle]
            else { return nil }
            return (buffer.memory.bytes, Int(buffer.pitch))
        }
    }

    func map(_ length: Int, at offset: Int) -> UnsafeMutableRawPointer? {
        state.withLock { state in
            guard let buffer = state.buffers[UInt32(offset >> 32)], length <= buffer.memory.count else { return nil }
            return buffer.memory.start
        }
    }

    func tell(_ request: UInt) -> Int32 {
        state.withLock { state in
            if let refusal = state.refusals[request] { return refusal }
            switch request {
            case 0x641E:
                guard !state.othersAreMaster else { return -EBUSY }
                state.isMaster = true
            case 0x641F: state.isMaster = false
            default: return -EINVAL
            }
            return 0
        }
    }

    func ask(_ request: UInt, _ argument: UnsafeMutableRawPointer) -> Int32 {
        state.withLock { state in
            if let refusal = state.refusals[request] { return refusal }
            switch request {
            case 0xC010_640C: return Self.capability(state, argument)
            case 0xC040_64A0: return Self.resources(state, argument)
            case 0xC050_64A7: return Self.socket(state, argument)
            case 0xC014_64A6: return Self.encoder(state, argument)
            case 0xC020_64B2: return Self.create(&state, argument)
            case 0xC068_64B8: return Self.addPicture(&state, argument)
            case 0xC010_64B3: return Self.place(state, argument)
            case 0xC068_64A2: return Self.light(&state, argument)
            case 0xC018_64B1: return Self.dirty(&state, argument)
            case 0xC004_64AF: return Self.removePicture(&state, argument)
            case 0xC004_64B4: return Self.destroy(&state, argument)
            default: return -EINVAL
            }
        }
    }

    private static func capability(_ state: State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let question = argument.assumingMemoryBound(to: tilld_drm_capability.self)
        switch question.pointee.number {
        case 1: question.pointee.value = 1
        case 3: question.pointee.value = state.depth
        default: return -EINVAL
        }
        return 0
    }

    /// Copies a list as the kernel does: only if there is room for all of it.
    private static func copy<Element>(_ list: [Element], to place: UInt64, room: inout UInt32) {
        if Int(room) >= list.count, let start = UnsafeMutableRawPointer(bitPattern: UInt(place)) {
            for (index, element) in list.enumerated() {
                (start + index * MemoryLayout<Element>.stride).storeBytes(of: element, as: Element.self)
            }
        }
        room = UInt32(list.count)
    }

    private static func resources(_ state: State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let answer = argument.assumingMemoryBound(to: tilld_drm_resources.self)
        copy(state.crtcs, to: answer.pointee.crtcs, room: &answer.pointee.crtc_count)
        copy(state.sockets.keys.sorted(), to: answer.pointee.connectors, room: &answer.pointee.connector_count)
        answer.pointee.encoder_count = 1
        return 0
    }

    private static func socket(_ state: State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let answer = argument.assumingMemoryBound(to: tilld_drm_connector.self)
        guard let socket = state.sockets[answer.pointee.id] else { return -ENOENT }
        answer.pointee.type = socket.type
        answer.pointee.type_id = socket.number
        answer.pointee.connection = socket.connection
        answer.pointee.encoder = socket.encoder
        (answer.pointee.width_mm, answer.pointee.height_mm) = socket.millimetres
        copy(socket.modes, to: answer.pointee.modes, room: &answer.pointee.mode_count)
        copy([UInt32(41)], to: answer.pointee.encoders, room: &answer.pointee.encoder_count)
        answer.pointee.property_count = 5
        return 0
    }

    private static func encoder(_ state: State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let answer = argument.assumingMemoryBound(to: tilld_drm_encoder.self)
        guard answer.pointee.id == 41 else { return -ENOENT }
        answer.pointee.possible_crtcs = state.possible
        answer.pointee.crtc = state.current
        return 0
    }

    private static func create(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let dumb = argument.assumingMemoryBound(to: tilld_drm_dumb.self)
        // Lines begin at every 64th byte, as most drivers want them.
        let pitch = (dumb.pointee.width * dumb.pointee.bits / 8 + 63) / 64 * 64
        state.numbers += 1
        dumb.pointee.handle = state.numbers
        dumb.pointee.pitch = pitch
        dumb.pointee.size = UInt64(pitch * dumb.pointee.height)
        state.buffers[state.numbers] = Buffer(
            width: dumb.pointee.width, height: dumb.pointee.height, bits: dumb.pointee.bits, pitch: pitch,
            memory: PlayedMemory(Int(pitch * dumb.pointee.height)))
        return 0
    }

    private static func addPicture(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let picture = argument.assumingMemoryBound(to: tilld_drm_framebuffer.self)
        guard let buffer = state.buffers[picture.pointee.handles.0], buffer.pitch == picture.pointee.pitches.0,
            !state.unknownFormats.contains(picture.pointee.format),
            buffer.bits == (picture.pointee.format == UInt32(TILLD_DRM_RGB565) ? 16 : 32)
        else { return -EINVAL }
        state.numbers += 1
        picture.pointee.id = state.numbers
        state.pictures[state.numbers] = (picture.pointee.handles.0, picture.pointee.format)
        return 0
    }

    private static func place(_ state: State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let map = argument.assumingMemoryBound(to: tilld_drm_map.self)
        guard state.buffers[map.pointee.handle] != nil else { return -ENOENT }
        map.pointee.offset = UInt64(map.pointee.handle) << 32
        return 0
    }

    private static func light(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let crtc = argument.assumingMemoryBound(to: tilld_drm_crtc.self).pointee
        guard state.isMaster, !state.othersAreMaster else { return -EACCES }
        guard crtc.connector_count == 1, crtc.mode_valid == 1, state.pictures[crtc.buffer] != nil,
            let index = state.crtcs.firstIndex(of: crtc.id), state.possible >> UInt32(index) & 1 == 1,
            let socket = UnsafePointer<UInt32>(bitPattern: UInt(crtc.connectors))?.pointee
        else { return -EINVAL }
        state.lit = (crtc.id, crtc.buffer, socket, crtc.mode)
        state.lightings += 1
        return 0
    }

    private static func dirty(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let dirty = argument.assumingMemoryBound(to: tilld_drm_dirty.self).pointee
        guard state.pictures[dirty.buffer] != nil else { return -ENOENT }
        guard dirty.clip_count == 1, let clip = UnsafePointer<tilld_drm_clip>(bitPattern: UInt(dirty.clips))?.pointee
        else { return -EINVAL }
        state.clips.append([clip.left, clip.top, clip.right, clip.bottom])
        return 0
    }

    private static func removePicture(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        let id = argument.assumingMemoryBound(to: UInt32.self).pointee
        guard state.pictures.removeValue(forKey: id) != nil else { return -ENOENT }
        // A screen whose picture goes is switched off.
        if state.lit?.picture == id { state.lit = nil }
        return 0
    }

    private static func destroy(_ state: inout State, _ argument: UnsafeMutableRawPointer) -> Int32 {
        state.buffers.removeValue(forKey: argument.assumingMemoryBound(to: UInt32.self).pointee) == nil ? -ENOENT : 0
    }
}
