// SPDX-License-Identifier: Apache-2.0

import Raster
import Synchronization

/// What stands around one display: the virtual terminal that keeps others off its glass, and its light.
///
/// It remembers the newest picture, and puts it on the glass again when others have drawn there. On a
/// thread of its own, so that a display that hangs keeps nobody from getting the screen.
package actor DisplayStand {
    /// Runs this actor on a thread of its own.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    /// What happens to the glass, for ``heed(_:)``; for one listener.
    package nonisolated let events: AsyncStream<OwnedConsole.Event>

    /// What keeps people from seeing the display, as of the last look; nil if nothing does.
    package nonisolated var concern: String? { known.withLock { $0 } }

    private struct Picture {
        let surface: Surface
        let label: String
    }

    private let known = Mutex<String?>(nil)
    private let thread = DeviceThread(label: "stand")
    private let console: OwnedConsole
    private let repeats: Bool
    private let elapsed: @Sendable () -> Duration
    private var lighting: PanelLighting
    private var display: (any DisplayDriver)?
    private var newest: Picture?
    private var drawnAt = Duration.zero
    /// Whether a display that has to be given away is ours.
    private var keepsGlass = false
    private var remarks: [String] = []
    private var said: Set<String> = []

    /// How often a picture is repeated where the kernel may draw text into it.
    static let repeatAfter: Duration = .seconds(2)

    /// Puts a stand together.
    ///
    /// - Parameters:
    ///   - console: the terminal, which several displays may share.
    ///   - lighting: the panel's light.
    ///   - repeats: whether a picture may be repeated all the time; not on paper.
    ///   - elapsed: a clock that never goes back.
    package init(
        console: OwnedConsole, lighting: PanelLighting, repeats: Bool = true,
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.console = console
        self.lighting = lighting
        self.repeats = repeats
        self.elapsed = elapsed
        events = console.events()
    }

    /// Puts an open display on the stand, and takes the terminal for it.
    ///
    /// - Returns: the display as it is to be used from now on; closing it gives everything back.
    package nonisolated func put(_ display: any DisplayDriver) -> any DisplayDriver {
        console.take()
        return StandingDisplay(display: display, stand: self)
    }

    /// Shows a picture, if the glass is ours, and remembers it in any case.
    func show(_ surface: Surface, label: String, on display: any DisplayDriver) async throws(DeviceError) {
        self.display = display
        newest = Picture(surface: surface, label: label)
        lighting.use(PanelUse(label: label), at: elapsed())
        if display.keepsOthersOff { await keep(display) }
        try await draw(on: display)
    }

    /// Compares the glass with what it was sent; nobody knows while others have it.
    func compare(_ rect: PixelRect, _ sample: LineSample, on display: any DisplayDriver) async -> GlassComparison {
        guard console.hold() else { return .unreadable }
        defer { console.unhold() }
        return await display.compare(rect, sample)
    }

    /// Reads the glass back, if it is ours.
    func readBack(from display: any DisplayDriver) async -> Luminance? {
        guard console.hold() else { return nil }
        defer { console.unhold() }
        return await display.readBack()
    }

    /// Does what is due; to be called about once a second.
    package func look() async {
        console.look()
        lighting.look(at: elapsed())
        note()
        // A panel that its profile was found for may be paper as well.
        guard repeats, display?.geometry.rhythm.allowsCountdown ?? true, case .contested = console.standing,
            elapsed() - drawnAt >= Self.repeatAfter
        else { return }
        await again()
    }

    /// Does what an event of ``events`` asks for.
    package func heed(_ event: OwnedConsole.Event) async {
        switch event {
        case .left:
            guard keepsGlass, let display else { return }
            await display.giveWay()
            keepsGlass = false
            // Whoever waits for the screen gets it now.
            console.unhold()
        case .came:
            if let display, display.keepsOthersOff { await keep(display) }
            await again()
        }
    }

    /// What a person should know and was not told yet; a sentence is told again when it was over meanwhile.
    package func takeRemarks() -> [String] {
        defer { remarks = [] }
        return remarks
    }

    /// Gives light, display and terminal back.
    func close(_ display: any DisplayDriver) async {
        self.display = nil
        newest = nil
        lighting.restore()
        if keepsGlass { console.unhold() }
        keepsGlass = false
        console.giveBack()
        // The last: a display that hangs must not keep the terminal.
        await display.close()
    }

    private func draw(on display: any DisplayDriver) async throws(DeviceError) {
        guard console.hold() else {
            guard case .covered(let path, let other) = console.standing else { throw .busy("the screen") }
            throw .covered(path: path, by: other.map { "/dev/tty\($0)" } ?? "another terminal")
        }
        defer { console.unhold() }
        // What is newest is only known now.
        guard let newest else { return }
        try await display.show(newest.surface, label: newest.label)
        drawnAt = elapsed()
    }

    /// Puts the newest picture on glass that others may have drawn on.
    private func again() async {
        guard let display, newest != nil else { return }
        await display.distrust()
        do throws(DeviceError) {
            try await draw(on: display)
        } catch {
            // Whoever shows the next picture meets the error, and tells it.
        }
    }

    /// Has a display for us that would be away as long as another terminal is on the screen.
    private func keep(_ display: any DisplayDriver) async {
        guard !keepsGlass, console.hold() else { return }
        keepsGlass = true
        do throws(DeviceError) {
            try await display.takeBack()
        } catch {
            keepsGlass = false
            console.unhold()
        }
    }

    private func note() {
        let standing = console.standing
        known.withLock { $0 = standing.mayDraw ? nil : standing.remark }
        let now = Set([standing.remark, lighting.trouble.map(\.description)].compactMap(\.self))
        remarks += now.subtracting(said).sorted()
        said = now
    }
}
