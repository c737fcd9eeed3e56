// SPDX-License-Identifier: Apache-2.0

/// How a model is recognised when it is plugged in.
package struct DeviceMatch: Sendable, Hashable {
    /// USB vendor and product, such as `04b8:0202`, or `04b8:*`.
    package let usb: [String]
    /// A part of the IEEE 1284 id, such as `MDL:TM-T20III`.
    package let ieee1284: String?
    /// The model that the printer itself answers.
    package let gsI: String?
}
