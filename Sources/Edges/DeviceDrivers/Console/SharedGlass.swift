// SPDX-License-Identifier: Apache-2.0

/// A display on whose glass others may draw, and which may go dark without telling.
package protocol SharedGlass: DisplayDriver {
    /// Makes the next picture wake the panel and go out whole.
    func distrust() async
}

/// A display that others cannot use while we have it, and that has to be given away before they can.
package protocol YieldingGlass: SharedGlass {
    /// Lets others have the display; pictures are shown again after ``takeBack()``.
    func giveWay() async

    /// Has the display for us again; harmless if we have it.
    ///
    /// - Throws: ``DeviceError`` if somebody else has it.
    func takeBack() async throws(DeviceError)
}

extension FramebufferDisplay: SharedGlass {}
