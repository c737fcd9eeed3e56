// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import Raster
import SelfScan
package import Scenes

/// Draws screens and puts them on one display, on a thread of its own: neither drawing nor a
/// display that hangs holds up a sale.
package actor Painter {
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    private let thread = DeviceThread()
    private let open: @Sendable () async throws(DeviceError) -> (any DisplayDriver)?
    let clock: any Clock<Duration>
    private let profilePitch: Int?
    let renderer: SceneRenderer
    /// What stands around the display; nil for one that is no panel of this machine.
    package nonisolated let stand: DisplayStand?
    private(set) var display: (any DisplayDriver)?
    private var shown: Screen?
    /// What was read back.
    var cache = ScanCache()
    /// What the display says of itself.
    var watch = GlassWatch()
    /// The code that is up, as it was drawn; nil if none is.
    var standing: Standing?
    /// Which lines are compared next.
    var looks = 0
    /// For which geometry a sample was drawn.
    var rehearsedFor: DisplayGeometry?
    /// Whether somebody paints or closes, and who waits for that: an actor takes the next job while one waits.
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A code that is on the glass.
    struct Standing: Sendable {
        let code: CodeScreen
        let picture: Surface
        let label: String
        let measure: CodeMeasure?
    }

    /// Takes a way to open a display, and who draws for it.
    ///
    /// - Parameters:
    ///   - opening: opens it, as often as it takes: a panel may come up after the daemon; nil if there
    ///     is none to open.
    ///   - stand: what stands around it.
    ///   - pitch: the edge of its pixels in micrometres, as its profile says; nil leaves it to the driver.
    ///   - clock: measures how long the display may take.
    package init(
        opening: @escaping @Sendable () async throws(DeviceError) -> (any DisplayDriver)?,
        stand: DisplayStand? = nil, renderer: SceneRenderer, pitch: Int? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        open = opening
        self.stand = stand
        self.clock = clock
        self.renderer = renderer
        profilePitch = pitch
    }

    /// Shows a screen, and returns when it is on the glass.
    ///
    /// A code is read back from its picture before that, and does not get there if it says anything else.
    ///
    /// - Throws: ``DeviceError`` if the display did not take it, ``SceneError`` if nothing can be
    ///   drawn for a display of its size, ``PaintingError`` if a code could not be read back.
    @discardableResult
    func paint(_ screen: Screen) async throws -> Painted {
        await takeTurn()
        defer { endTurn() }
        return try await draw(screen)
    }

    /// Says that the machine is starting, unless the display was opened for something else already.
    package func showBoot() async {
        await takeTurn()
        defer { endTurn() }
        guard display == nil else { return }
        // What goes wrong is told when something else is to be shown.
        _ = try? await draw(.boot)
    }

    private func draw(_ screen: Screen) async throws -> Painted {
        guard let display = try await ready() else { return .shown(nil) }
        let picture: Surface
        do {
            picture = try renderer.draw(screen, geometry: display.geometry)
        } catch {
            try await blank(display)
            throw error
        }
        guard let code = screen.code else {
            standing = nil
            try await put(picture, for: screen, on: display)
            return .shown(nil)
        }
        let scan = await scan(picture, code, on: display)
        switch scan.verdict {
        case .matches: break
        case .notRead: throw PaintingError.notReadBack
        case .noCode, .otherCode, .severalCodes: return .withheld(scan)
        }
        if standing?.code.payload != code.payload { watch.begin() }
        try await put(picture, for: screen, on: display)
        standing = Standing(code: code, picture: picture, label: screen.label, measure: scan.measure)
        return .shown(scan)
    }

    /// The display, opened again if it has changed or gone; nil if there is none.
    private func ready() async throws -> (any DisplayDriver)? {
        if display == nil {
            let open = open
            let opened = try await within(Self.openingPatience, clock) { try await open() }
            display = opened.map { stand?.put($0) ?? $0 }
        }
        guard let display else { return nil }
        switch try await within(display.geometry.rhythm.patience, clock, { await display.poll() }) {
        case .changed, .gone:
            try await within(Self.openingPatience, clock) { try await display.reopen() }
            begin()
        // One that is stuck shows the newest picture as soon as it is not.
        case .ok, .stuck: break
        }
        return display
    }

    private func put(_ picture: Surface, for screen: Screen, on display: any DisplayDriver) async throws {
        // A panel that went dark between two codes says nothing about it.
        let isNews = screen.isNews(after: shown)
        shown = nil
        try await within(display.geometry.rhythm.patience, clock) {
            if isNews { await display.distrust() }
            try await display.show(picture, label: screen.label)
        }
        shown = screen
    }

    /// Takes whatever is on a display off it: what cannot be drawn must not leave a code that is dead.
    private func blank(_ display: any DisplayDriver) async throws {
        let geometry = display.geometry
        shown = nil
        standing = nil
        let surface = try Surface(width: geometry.width, height: geometry.height, color: .black)
        try await within(geometry.rhythm.patience, clock) { try await display.show(surface, label: "blank") }
    }

    /// What the code of a picture says, as the payer sees it.
    private func scan(_ picture: Surface, _ code: CodeScreen, on display: any DisplayDriver) async -> SelfScan {
        if let known = cache.known(picture, payload: code.payload) { return known }
        let seen = await appearance(of: picture, on: display)
        return cache.scan(picture, seenAs: seen, payload: code.payload, pitch: pitch)
    }

    /// What a payer sees of a picture; as it was drawn, if the display does not say so in time.
    func appearance(of picture: Surface, on display: any DisplayDriver) async -> Luminance {
        do {
            return try await within(display.geometry.rhythm.patience, clock) { await display.appearance(of: picture) }
        } catch {
            return Luminance(picture)
        }
    }

    /// The edge of a pixel in micrometres; nil if nobody knows.
    var pitch: Int? { profilePitch ?? display?.geometry.pitch.map { Int(($0 * 1000).rounded()) } }

    /// Forgets what was known of a display that has changed.
    private func begin() {
        cache.forget()
        watch = GlassWatch()
        standing = nil
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

    /// Whether seconds may be counted down on it.
    var allowsCountdown: Bool { display?.geometry.rhythm.allowsCountdown ?? true }

    /// Gives the display back.
    package func close() async {
        await takeTurn()
        defer { endTurn() }
        guard let display else { return }
        // One that is stuck is closed behind us.
        try? await within(display.geometry.rhythm.patience, clock) { await display.close() }
    }

    /// Waits for whoever paints: a display is opened once, and pictures come in the order in which they were asked for.
    private func takeTurn() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func endTurn() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
