// SPDX-License-Identifier: Apache-2.0

import Raster

/// An open device that shows the bytes that are put into it. Every call may block.
protocol Glass: AnyObject {
    /// Puts bytes at an offset from the device's first byte.
    ///
    /// - Throws: ``DeviceError/writeFailed(what:errno:)`` or ``DeviceError/gone(_:)``.
    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError)

    /// Takes bytes from an offset, as they are on the glass.
    ///
    /// - Returns: nil if the device cannot be read, does not tell what it shows, or has fewer.
    func take(_ count: Int, at offset: Int) -> [UInt8]?

    /// Lets the panel see what was put into a part of the device.
    func flush(_ area: PixelRect) throws(DeviceError)

    /// Wakes a panel that may have gone dark.
    func wake()

    /// Tells whether the device is still what it was when it was opened.
    func health() -> DisplayHealth

    /// Leaves the device to others, as long as the console belongs to them.
    func giveWay()

    /// Takes the device back.
    func takeBack() throws(DeviceError)
}

extension Glass {
    func take(_ count: Int, at offset: Int) -> [UInt8]? { nil }
    func giveWay() {}
    func takeBack() {}
}
