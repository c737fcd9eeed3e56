// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import Raster

/// Draws screens and puts them on one display, on a thread of its own: neither drawing nor a
/// display that hangs holds up a sale.
package actor Painter {
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    private let thread = DeviceThread()
    private let open: @Sendable () throws(DeviceError) -> (any DisplayDriver)?
    private let renderer: SceneRenderer
    private(set) var display: (any DisplayDriver)?

    /// Takes a way to open a display, and who draws for it.
    ///
    /// - Parameter opening: opens it, as often as it takes: a panel may come up after the daemon;
    ///   nil if there is none to open.
    package init(
        opening: @escaping @Sendable () throws(DeviceError) -> (any DisplayDriver)?,
        renderer: SceneRenderer
    ) {
        open = opening
        self.renderer = renderer
    }

    /// Shows a screen, and returns when it is on the glass.
    ///
    /// - Throws: ``DeviceError`` if the display did not take it, ``SceneError`` if nothing can be
    ///   drawn for a display of its size.
    func paint(_ screen: Screen) async throws {
        if display == nil { display = try open() }
        guard let display else { return }
        if await display.poll() != .ok { try await display.reopen() }
        let surface = try renderer.draw(screen, geometry: display.geometry)
        try await display.show(surface, label: screen.label)
    }

    /// Gives the display back.
    package func close() async { await display?.close() }
}
