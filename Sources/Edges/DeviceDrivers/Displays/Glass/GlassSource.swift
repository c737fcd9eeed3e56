// SPDX-License-Identifier: Apache-2.0

/// Opens one device, as often as it takes.
protocol GlassSource: AnyObject {
    /// The device's path.
    var path: String { get }

    /// Whether others cannot have the device while we have it.
    var keepsOthersOff: Bool { get }

    /// Opens the device with the mode it has now.
    func open() throws(DeviceError) -> OpenGlass

    /// Lets go of whatever is kept from one opening to the next.
    func close()
}

extension GlassSource {
    var keepsOthersOff: Bool { false }
    func close() {}
}
