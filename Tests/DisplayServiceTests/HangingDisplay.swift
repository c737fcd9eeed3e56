// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Dispatch
import Raster

/// A display that takes nothing until somebody lets it go.
actor HangingDisplay: BlockingDisplay {
    nonisolated let geometry = DisplayGeometry(width: 320, height: 240)
    nonisolated let thread = DeviceThread(label: "hanging")
    nonisolated let path = "/dev/fb7"
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    nonisolated let gate = DispatchSemaphore(value: 0)

    func show(_ surface: Surface, label: String) throws(DeviceError) { gate.wait() }
    func poll() -> DisplayHealth { .ok }
    func reopen() throws(DeviceError) {}
    func close() {}
}
