// SPDX-License-Identifier: Apache-2.0

/// What the configuration says of displays, read although other parts of it may be wrong.
struct DisplaySettings: Sendable {
    /// The shop, as it calls itself.
    let name: String
    /// The language of screens that name none of their own.
    let language: String
    let ledgerPath: String
    let displays: [Settings.Display]
    /// The folder of device profiles.
    let devices: String
    /// Font files for screens, tried in order.
    let fonts: [String]
    /// Why the configuration could not be read at all; empty if it was.
    let faults: [String]
}
