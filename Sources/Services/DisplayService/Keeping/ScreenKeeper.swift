// SPDX-License-Identifier: Apache-2.0

package import Logging
import Scenes
import ServiceLifecycle
import TillCore
package import TillStore

/// Keeps one display showing what the journal says.
package struct ScreenKeeper: Service {
    let name: String
    let ledger: Ledger
    private let projection: Projection
    let painter: Painter
    let condition: DisplayCondition
    private let desk: DisplayDesk
    private let isOpen: @Sendable () -> Bool
    private let isOffline: @Sendable () -> Bool
    let logger: Logger

    /// How long a test picture stays, unless a sale comes.
    static let testing: Duration = .seconds(20)
    /// How long a sale that is over stays on the screen.
    static let lingering: Duration = .seconds(8)
    /// How often a display looks whether sales are opened, and whether an acquirer answers.
    static let lookAfter: Duration = .seconds(5)
    /// How often it is looked whether the display has changed: a cable, another driver, another mode.
    static let watchAfter: Duration = .seconds(1)
    /// The same at rest: a look wakes a processor some ten times, and most of a day is rest.
    static let restAfter: Duration = .seconds(5)
    /// How soon a display that failed is tried again.
    static let retryAfter: Duration = .seconds(3)
    /// Rows that are read at once, and how far back a start looks.
    static let rowsMax = 500

    /// Puts a keeper together.
    ///
    /// - Parameters:
    ///   - desk: where those wait who want to see a test picture.
    ///   - isOpen: whether sales are opened; as long as they are not, a display that belongs to
    ///     nobody says so.
    ///   - isOffline: whether no acquirer answers; whoever waits is told.
    package init(
        name: String, ledger: Ledger, projection: Projection, painter: Painter,
        condition: DisplayCondition, desk: DisplayDesk = DisplayDesk(),
        isOpen: @escaping @Sendable () -> Bool = { true },
        isOffline: @escaping @Sendable () -> Bool = { false },
        logger: Logger
    ) {
        self.name = name
        self.ledger = ledger
        self.projection = projection
        self.painter = painter
        self.condition = condition
        self.desk = desk
        self.isOpen = isOpen
        self.isOffline = isOffline
        self.logger = logger
    }

    /// Keeps the display until shutdown, and leaves no code on it.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await keep() }
        } catch is CancellationError {
            // A read that the end of the daemon broke off is no fault.
        }
        desk.close()
        await paint(projection.idle)
        await painter.close()
    }

    private func keep() async throws {
        await paint(.boot)
        var counter = Counter()
        var shown: View?
        var shownAt = Timestamp(milliseconds: 0)
        var testUntil = Timestamp(milliseconds: 0)
        var seq = max(0, try await ledger.journalHead() - Int64(Self.rowsMax))
        try await ledger.rounds(on: [.journal], clock: ContinuousClock()) { _ in
            while true {
                let rows = try await ledger.journal(after: seq, limit: Self.rowsMax)
                for row in rows { counter.read(row) }
                seq = rows.last?.seq ?? seq
                if rows.count < Self.rowsMax { break }
            }
            let now = ledger.time.now
            let isWanted = desk.isWanted
            if isWanted {
                // The picture is drawn anew for whoever asks again.
                testUntil = now + Self.testing
                shown = nil
            }
            let (view, next) = try await view(counter, at: now, testUntil: testUntil)
            // What another driver or mode shows is not what was painted.
            if await painter.hasChanged() { shown = nil }
            let early = shownAt + (await painter.leastInterval)
            if let code = shown?.code, view.code?.attempt == code.attempt, let wrong = await look() {
                try await withhold(code, wrong)
                shown = nil
            } else if view.screen != shown?.screen {
                if view.screen.label == shown?.screen.label, now < early { return early }
                shown = try await put(view)
                shownAt = now
            }
            if isWanted { desk.answer(outcome(of: view, shown)) }
            guard shown != nil else { return ledger.time.now + Self.retryAfter }
            let look = ledger.time.now + (view.isAtRest ? Self.restAfter : Self.watchAfter)
            return next.map { min($0, look) } ?? look
        }
    }

    /// What is to be shown now, and when that changes by itself.
    private func view(
        _ counter: Counter, at now: Timestamp, testUntil: Timestamp
    ) async throws -> (View, Timestamp?) {
        guard let (id, until) = counter.turn(at: now, lingering: Self.lingering) else {
            if now < testUntil { return (View(screen: .test(TestScreen(name: name))), testUntil) }
            // Nobody says when that changes, one way or the other.
            return (View(screen: isOpen() ? told(projection.idle) : .outOfOrder), now + Self.lookAfter)
        }
        let order = try await ledger.order(id)
        let counts = await painter.allowsCountdown
        return (
            View(screen: told(projection.screen(of: order, at: now, counts: counts)), order: order),
            until ?? projection.nextChange(of: order, at: now, counts: counts) ?? now + Self.lookAfter
        )
    }

    /// What came of a test picture.
    private func outcome(of view: View, _ shown: View?) -> DisplayDesk.Outcome {
        guard case .test = view.screen else { return .busy }
        guard shown != nil else { return .failed(condition.current ?? "the display did not take it") }
        return condition.report == nil ? .failed("there is no display to draw on") : .shown
    }

    /// A screen that says whether an acquirer answers.
    private func told(_ screen: Screen) -> Screen { isOffline() ? screen.whenOffline : screen }

    /// Paints, and says what became of it; nil if the display does not take it.
    ///
    /// - Parameter order: the sale that is shown, for the log; nil if none is.
    @discardableResult func paint(_ screen: Screen, about order: OrderID? = nil) async -> Painted? {
        do {
            let painted = try await painter.paint(screen)
            await noteDisplay()
            note(painted)
            return painted
        } catch {
            // The sale goes on without the screen; health says so.
            fail("\(error)", about: order)
            return nil
        }
    }

    /// Tells health what is wrong, and the log where that is news.
    func fail(_ why: String, about order: OrderID? = nil) {
        guard condition.set(why) else { return }
        var metadata: Logger.Metadata = ["display": "\(name)", "why": "\(why)"]
        if let order { metadata["order"] = "\(order)" }
        logger.error("a display does not show what it should", metadata: metadata)
    }
}
