// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

/// Says which socket of a card is driven, in which mode, and by what.
struct CardPlan {
    /// The socket.
    let socket: CardSocket
    /// Its mode.
    let mode: tilld_drm_mode
    /// What scans out for it.
    let crtc: UInt32

    /// Chooses among the sockets of a card.
    ///
    /// - Parameter wanted: a socket's name, such as `HDMI-A-1`; nil takes the first that has a screen.
    /// - Throws: ``DeviceError/absent(_:)`` if no screen is there, and what asking the card may.
    init(_ card: Card, wanted: String?) throws(DeviceError) {
        let (crtcs, ids) = try card.resources()
        var sockets: [CardSocket] = []
        for id in ids {
            let socket = try card.socket(id)
            guard wanted.map({ $0.lowercased() == socket.name.lowercased() }) ?? true else { continue }
            sockets.append(socket)
        }
        if let wanted, sockets.isEmpty { throw .absent("the socket \(wanted) of \(card.path)") }
        let lit = sockets.filter { $0.mode != nil && $0.isConnected != false }
        // Some panels that are soldered in cannot tell that they are there.
        guard let socket = lit.first(where: { $0.isConnected == true }) ?? lit.first, let mode = socket.mode else {
            throw .absent("a screen at \(wanted ?? "any socket") of \(card.path)")
        }
        let sides = 1...Surface.sideLimit
        guard sides.contains(Int(mode.width)), sides.contains(Int(mode.height)) else {
            throw .mismatch("\(card.path) has a mode of \(mode.width)x\(mode.height) pixels: choose another one")
        }
        self.socket = socket
        self.mode = mode
        crtc = try Self.crtc(of: socket, among: crtcs, card)
    }

    /// What scans out for a socket already, else the first that may.
    private static func crtc(
        of socket: CardSocket, among crtcs: [UInt32], _ card: Card
    ) throws(DeviceError) -> UInt32 {
        if socket.encoder != 0 {
            let crtc = try card.encoder(socket.encoder).crtc
            if crtcs.contains(crtc) { return crtc }
        }
        for id in socket.encoders {
            let possible = try card.encoder(id).possible_crtcs
            for (index, crtc) in crtcs.prefix(32).enumerated() where possible & (1 << UInt32(index)) != 0 {
                return crtc
            }
        }
        throw .mismatch("\(card.path) has nothing that drives \(socket.name): use another socket")
    }
}
