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
    private let open: @Sendable () async throws(DeviceError) -> (any DisplayDriver)?
    private let clock: any Clock<Duration>
    private let renderer: SceneRenderer
    /// What stands around the display; nil for one that is no panel of this machine.
    package nonisolated let stand: DisplayStand?
    private(set) var display: (any DisplayDriver)?
    private var shown: Screen?

    /// Takes a way to open a display, and who draws for it.
    ///
    /// - Parameters:
    ///   - opening: opens it, as often as it takes: a panel may come up after the daemon; nil if there
    ///     is none to open.
    ///   - stand: what stands around it.
    ///   - clock: measures how long the display may take.
    package init(
        opening: @escaping @Sendable () async throws(DeviceError) -> (any DisplayDriver)?,
        stand: DisplayStand? = nil, renderer: SceneRenderer, clock: any Clock<Duration> = ContinuousClock()
    ) {
        open = opening
        self.stand = stand
        self.clock = clock
        self.renderer = renderer
    }

    /// Shows a screen, and returns when it is on the glass.
    ///
    /// - Throws: ``DeviceError`` if the display did not take it, ``SceneError`` if nothing can be
    ///   drawn for a display of its size.
    func paint(_ screen: Screen) async throws {
        if display == nil {
            let open = open
            let opened = try await within(Self.openingPatience, clock) { try await open() }
            display = opened.map { stand?.put($0) ?? $0 }
        }
        guard let display else { return }
        let patience = display.geometry.rhythm.patience
        switch try await within(patience, clock, { await display.poll() }) {
        case .changed, .gone: try await within(Self.openingPatience, clock) { try await display.reopen() }
        // One that is stuck shows the newest picture as soon as it is not.
        case .ok, .stuck: break
        }
        let surface: Surface
        do {
            surface = try renderer.draw(screen, geometry: display.geometry)
        } catch {
            try await blank(display)
            throw error
        }
        // A panel that went dark between two codes says nothing about it.
        let isNews = screen.isNews(after: shown)
        shown = nil
        try await within(patience, clock) {
            if isNews { await display.distrust() }
            try await display.show(surface, label: screen.label)
        }
        shown = screen
    }

    /// Takes whatever is on a display off it: what cannot be drawn must not leave a code that is dead.
    private func blank(_ display: any DisplayDriver) async throws {
        let geometry = display.geometry
        shown = nil
        let surface = try Surface(width: geometry.width, height: geometry.height, color: .black)
        try await within(geometry.rhythm.patience, clock) { try await display.show(surface, label: "blank") }
    }

    /// How long a display may take to open: a card looks at its sockets first.
    static let openingPatience: Duration = .seconds(10)

    /// Tells whether the display has changed or gone since it was painted, so that it has to be painted
    /// again.
    func hasChanged() async -> Bool {
        guard let display else { return false }
        // One that does not answer is found out when it is painted.
        let health = try? await within(display.geometry.rhythm.patience, clock) { await display.poll() }
        return health == .changed || health == .gone
    }

    /// The least time between two pictures of one kind.
    var leastInterval: Duration { display?.geometry.rhythm.leastInterval ?? .zero }

    /// Gives the display back.
    package func close() async {
        guard let display else { return }
        // One that is stuck is closed behind us.
        try? await within(display.geometry.rhythm.patience, clock) { await display.close() }
    }
}
