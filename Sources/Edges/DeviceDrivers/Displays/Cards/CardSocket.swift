// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice

/// What is plugged into one socket of a card.
struct CardSocket: Sendable {
    /// Its number.
    let id: UInt32
    /// Its name, such as `HDMI-A-1`.
    let name: String
    /// Whether a screen is there; nil if nobody can tell.
    let isConnected: Bool?
    /// What drives it now; 0 if nothing.
    let encoder: UInt32
    /// What may drive it.
    let encoders: [UInt32]
    /// How the screen can be driven, the best first.
    let modes: [tilld_drm_mode]
    /// Millimetres across; 0 if unknown.
    let widthMM: Int
    /// Millimetres down; 0 if unknown.
    let heightMM: Int

    /// The mode that the screen asks for, else the first.
    var mode: tilld_drm_mode? {
        modes.first { $0.type & UInt32(TILLD_DRM_MODE_PREFERRED) != 0 } ?? modes.first
    }

    /// Names a socket as the kernel does.
    ///
    /// Source: Linux, `include/uapi/drm/drm_mode.h`, `DRM_MODE_CONNECTOR_`.
    static func name(type: UInt32, number: UInt32) -> String {
        let kinds = [
            "Unknown", "VGA", "DVI-I", "DVI-D", "DVI-A", "Composite", "SVIDEO", "LVDS", "Component", "DIN", "DP",
            "HDMI-A", "HDMI-B", "TV", "eDP", "Virtual", "DSI", "DPI", "Writeback", "SPI", "USB",
        ]
        return "\(kinds.indices.contains(Int(type)) ? kinds[Int(type)] : kinds[0])-\(number)"
    }
}
