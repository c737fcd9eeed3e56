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
    /// What stands around the display; nil for one that is no panel of this machine.
    package nonisolated let stand: DisplayStand?
    private(set) var display: (any DisplayDriver)?
    private var shown: Screen?

    /// Takes a way to open a display, and who draws for it.
    ///
    /// - Parameters:
    ///   - opening: opens it, as often as it takes: a panel may come up after the daemon; nil if
    ///     there is none to open.
    ///   - stand: what stands around it.
    package init(
        opening: @escaping @Sendable () throws(DeviceError) -> (any DisplayDriver)?,
        stand: DisplayStand? = nil, renderer: SceneRenderer
    ) {
        open = opening
        self.stand = stand
        self.renderer = renderer
    }

    /// Shows a screen, and returns when it is on the glass.
    ///
    /// - Throws: ``DeviceError`` if the display did not take it, ``SceneError`` if nothing can be
    ///   drawn for a display of its size.
    func paint(_ screen: Screen) async throws {
        if display == nil, let opened = try open() { display = stand?.put(opened) ?? opened }
        guard let display else { return }
        if await display.poll() != .ok { try await display.reopen() }
        let surface: Surface
        do {
            surface = try renderer.draw(screen, geometry: display.geometry)
        } catch {
            try await blank(display)
            throw error
        }
        // A panel that went dark between two codes says nothing about it.
        if screen.isNews(after: shown) { await (display as? any SharedGlass)?.distrust() }
        shown = nil
        try await display.show(surface, label: screen.label)
        shown = screen
    }

    /// Takes whatever is on a display off it: what cannot be drawn must not leave a code that is dead.
    private func blank(_ display: any DisplayDriver) async throws {
        let geometry = display.geometry
        shown = nil
        try await display.show(
            try Surface(width: geometry.width, height: geometry.height, color: .black), label: "blank")
    }

    /// Gives the display back.
    package func close() async { await display?.close() }
}
