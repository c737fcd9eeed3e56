// SPDX-License-Identifier: Apache-2.0

/// The devices of the terminal and how they do.
public struct DevicesResource: Codable, Sendable, Hashable {
    /// The customer screens: `[{"id": "payer", "state": "ok", "detail": null}]`.
    public var displays: [DeviceHealth]
    /// The printers: `[{"id": "counter", "state": "ok", "detail": null}]`.
    public var printers: [DeviceHealth]

    /// Creates the message from its parts.
    public init(displays: [DeviceHealth], printers: [DeviceHealth]) {
        self.displays = displays
        self.printers = printers
    }
}
