// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Owns the descriptor of a graphics card, and asks the kernel about it.
///
/// Whoever opens a card first is its master, and needs no privilege for it.
///
/// Source: Linux, `include/uapi/drm/drm_mode.h` and `drivers/gpu/drm/drm_auth.c`.
final class Card {
    /// The node, such as `/dev/dri/card0`.
    let path: String
    let descriptor: Int32
    let calls: any DeviceCalls

    /// The most of anything that is believed.
    private static let countMax = 1024
    /// How often a list is asked for again that grows while it is read.
    private static let tries = 4

    /// Opens a card.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it has no buffers to draw into.
    init(_ path: String, calls: any DeviceCalls) throws(DeviceError) {
        let descriptor = calls.open(path)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: -descriptor, group: "video") }
        self.path = path
        self.descriptor = descriptor
        self.calls = calls
        guard capability(TILLD_DRM_CAN_DUMB) == 1 else {
            throw .mismatch("\(path) has no buffers to draw into: use another display driver")
        }
    }

    deinit { calls.close(descriptor) }

    /// Tells whether the path still leads to what is open.
    var isStillThere: Bool {
        guard let open = calls.node(of: descriptor), let named = calls.node(at: path) else { return false }
        return open == named
    }

    /// What a driver says of an ability; nil if it does not know it.
    func capability(_ number: Int32) -> UInt64? {
        var question = tilld_drm_capability(number: UInt64(number), value: 0)
        return calls.ask(descriptor, tilld_drm_get_capability, &question) == 0 ? question.value : nil
    }

    /// Makes a request.
    ///
    /// - Throws: ``DeviceError/gone(_:)``, ``DeviceError/busy(_:)`` if another program is the card's master, or
    ///   ``DeviceError/writeFailed(what:errno:)``.
    func ask<Argument>(_ request: UInt, _ argument: inout Argument, for what: String) throws(DeviceError) {
        let answer = withUnsafeMutablePointer(to: &argument) { calls.ask(descriptor, request, $0) }
        switch answer {
        case 0: return
        case -ENODEV, -ENXIO: throw .gone(path)
        case -EACCES, -EPERM, -EBUSY: throw .busy(path)
        default: throw .writeFailed(what: "\(what) of \(path)", errno: -answer)
        }
    }

    /// The numbers of what scans buffers out, and of the sockets.
    func resources() throws(DeviceError) -> (crtcs: [UInt32], sockets: [UInt32]) {
        var crtcs: [UInt32] = []
        var sockets: [UInt32] = []
        for _ in 0..<Self.tries {
            var answer = tilld_drm_resources()
            let asked = (UInt32(crtcs.count), UInt32(sockets.count))
            try crtcs.withPlace { (crtcPlace) throws(DeviceError) in
                try sockets.withPlace { (socketPlace) throws(DeviceError) in
                    answer.crtcs = crtcPlace
                    answer.connectors = socketPlace
                    (answer.crtc_count, answer.connector_count) = asked
                    try ask(tilld_drm_get_resources, &answer, for: "the list of sockets")
                }
            }
            let counts = (Self.count(answer.crtc_count), Self.count(answer.connector_count))
            guard counts.0 > crtcs.count || counts.1 > sockets.count else {
                return (Array(crtcs.prefix(counts.0)), Array(sockets.prefix(counts.1)))
            }
            crtcs = [UInt32](repeating: 0, count: counts.0)
            sockets = [UInt32](repeating: 0, count: counts.1)
        }
        throw .timedOut("the list of sockets of \(path)")
    }

    /// What is plugged into a socket; the driver looks there, which may take a second.
    func socket(_ id: UInt32) throws(DeviceError) -> CardSocket {
        var modes: [tilld_drm_mode] = []
        var encoders: [UInt32] = []
        for _ in 0..<Self.tries {
            var answer = tilld_drm_connector()
            answer.id = id
            let asked = (UInt32(modes.count), UInt32(encoders.count))
            try modes.withPlace { (modePlace) throws(DeviceError) in
                try encoders.withPlace { (encoderPlace) throws(DeviceError) in
                    answer.modes = modePlace
                    answer.encoders = encoderPlace
                    (answer.mode_count, answer.encoder_count) = asked
                    try ask(tilld_drm_get_connector, &answer, for: "a socket")
                }
            }
            let counts = (Self.count(answer.mode_count), Self.count(answer.encoder_count))
            guard counts.0 > modes.count || counts.1 > encoders.count else {
                return CardSocket(
                    id: id, name: CardSocket.name(type: answer.type, number: answer.type_id),
                    isConnected: answer.connection == UInt32(TILLD_DRM_CONNECTION_UNKNOWN)
                        ? nil : answer.connection == UInt32(TILLD_DRM_CONNECTED),
                    encoder: answer.encoder, encoders: Array(encoders.prefix(counts.1)),
                    modes: Array(modes.prefix(counts.0)),
                    widthMM: Int(answer.width_mm), heightMM: Int(answer.height_mm))
            }
            modes = [tilld_drm_mode](repeating: tilld_drm_mode(), count: counts.0)
            encoders = [UInt32](repeating: 0, count: counts.1)
        }
        throw .timedOut("a socket of \(path)")
    }

    /// What drives sockets: what scans out for it now, and what may, a bit each.
    func encoder(_ id: UInt32) throws(DeviceError) -> tilld_drm_encoder {
        var answer = tilld_drm_encoder()
        answer.id = id
        try ask(tilld_drm_get_encoder, &answer, for: "an encoder")
        return answer
    }

    /// Tells whether another program is the card's master.
    ///
    /// Old kernels refuse the question to whoever is not root, and then it is found out by drawing.
    var isTaken: Bool { calls.tell(descriptor, tilld_drm_set_master, 0) == -EBUSY }

    /// Becomes the card's master, if nobody else is.
    func becomeMaster() throws(DeviceError) {
        guard calls.tell(descriptor, tilld_drm_set_master, 0) == 0 else { throw .busy(path) }
    }

    /// Lets another program become the card's master.
    func leaveMaster() {
        _ = calls.tell(descriptor, tilld_drm_drop_master, 0)
    }

    private static func count(_ number: UInt32) -> Int { min(countMax, Int(number)) }
}

extension Array {
    /// Gives the place of the elements, as the kernel takes it; 0 if there are none.
    fileprivate mutating func withPlace(_ body: (UInt64) throws(DeviceError) -> Void) throws(DeviceError) {
        var failure: DeviceError?
        withUnsafeMutableBufferPointer { elements in
            do throws(DeviceError) {
                try body(UInt64(UInt(bitPattern: elements.baseAddress.map { elements.isEmpty ? nil : $0 } ?? nil)))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
