// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster

/// A display that notes what is done to it, and can be given away.
actor PlayedGlass: DisplayDriver {
    nonisolated let geometry = DisplayGeometry(width: 8, height: 8)
    nonisolated let keepsOthersOff = true
    private(set) var calls: [String] = []

    func show(_ surface: Surface, label: String) throws(DeviceError) { calls.append("show \(label)") }

    func distrust() async { calls.append("distrust") }
    func giveWay() async { calls.append("give way") }
    func takeBack() async throws(DeviceError) { calls.append("take back") }
    func poll() -> DisplayHealth { .ok }
    func reopen() throws(DeviceError) {}
    func close() { calls.append("close") }
}
