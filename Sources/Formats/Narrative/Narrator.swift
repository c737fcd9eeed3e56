// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Tells what happened to an order, from its rows alone: who, when, what, and what it meant.
///
/// Pure: the same rows give the same story. The rows are carried out again by the core, so that a
/// consequence is told where it came about and not where somebody thought that it would.
package struct Narrator: Sendable {
    private let words: any StoryWords

    /// Silence that is told, if something was awaited.
    static let silenceToldAfter: Duration = .seconds(60)
    /// A step of the wall clock against the ledger's time that is told.
    static let clockStepTold: Duration = .seconds(5)

    /// Chooses a language.
    package init(_ language: StoryLanguage = .english) { words = language.words }

    /// Tells the story.
    ///
    /// - Parameters:
    ///   - rows: the order's rows and the daemon's starts between them, the oldest first.
    ///   - order: the order as it stands now.
    ///   - now: ledger time now.
    ///   - wall: wall time now.
    package func tell(_ rows: [StoryRow], about order: Order, now: Timestamp, wall: Timestamp) -> [StorySentence] {
        var story = Telling(words: words)
        for row in rows { story.tell(row) }
        story.end(order, now: now, wall: wall)
        return story.sentences
    }
}

/// A story that is being told.
private struct Telling {
    let words: any StoryWords
    private(set) var sentences: [StorySentence] = []
    private var order: Order?
    private var last: StoryRow?
    private var isAfterRestart = false

    init(words: any StoryWords) { self.words = words }

    mutating func tell(_ row: StoryRow) {
        if case .started = row.happening, !isUnderWay { return remember(row, order, isAfterRestart: true) }
        // What the ledger's time was set ahead by is no silence.
        if case .timeCaughtUp = row.happening {} else { tellSilence(until: row.at, row.wall) }
        tellClockStep(row)
        let before = order
        var after = before
        var isSensible = true
        do throws(OrderError) {
            after = try carryOut(row)
        } catch {
            isSensible = false
        }
        let scene = Scene(order: after, by: row.by, isAfterRestart: isAfterRestart)
        var text = words.sentence(of: row.happening, in: scene)
        if !isSensible {
            text += " " + words.senseless
        } else if let after, after != before {
            let clauses = Consequence.all(from: before, to: after).map { words.clause(of: $0) }
            if !clauses.isEmpty, before != nil { text += " " + words.joined(clauses) }
        }
        say(text, row, row.happening.source)
        var started = false
        if case .started = row.happening { started = true }
        // All that was cut off is written down directly after the start.
        remember(row, after, isAfterRestart: started || (isAfterRestart && row.happening.isCutOff))
    }

    /// The last sentence: where it stands, what comes by itself, and what a person has to do.
    mutating func end(_ now: Order, now at: Timestamp, wall: Timestamp) {
        tellSilence(until: at, wall)
        var text = words.standing(Outlook(order: now, now: at))
        // The order's version counts changes that rows tell of; another one means that rows are missing.
        if let order, order != now { text += " " + words.otherStory }
        sentences.append(
            StorySentence(seq: nil, at: at, wall: wall, by: Self.daemon, source: .daemon, text: text))
    }

    private static let daemon = "tilld"

    private func carryOut(_ row: StoryRow) throws(OrderError) -> Order? {
        switch row.happening {
        case .opened(let draft): Order.opening(draft, on: row.occasion).order
        case .accepted(let command): try order?.accepting(command, on: row.occasion).order
        case .recorded(let fact): order?.recording(fact, on: row.occasion).order
        case .started, .restored, .unbelieved, .stray, .settledStray, .compared, .steered, .clockStepped,
            .timeCaughtUp:
            order
        }
    }

    private mutating func remember(_ row: StoryRow, _ after: Order?, isAfterRestart restarted: Bool) {
        order = after
        last = row
        isAfterRestart = restarted
    }

    private mutating func say(_ text: String, _ row: StoryRow, _ source: StorySource) {
        sentences.append(
            StorySentence(seq: row.seq, at: row.at, wall: row.wall, by: row.by, source: source, text: text))
    }

    /// Whether something of the order is awaited: only then is silence worth a sentence.
    private var isUnderWay: Bool {
        guard let order else { return false }
        return order.state == .open || order.state == .cancelling || order.refunds.contains { !$0.state.isFinal }
            || order.prints.contains { $0.state == .queued || $0.state == .started }
    }

    private mutating func tellSilence(until at: Timestamp, _ wall: Timestamp) {
        guard let last, isUnderWay, at.since(last.at) >= Narrator.silenceToldAfter else { return }
        sentences.append(
            StorySentence(
                seq: nil, at: at, wall: wall, by: Self.daemon, source: .daemon,
                text: words.silence(at.since(last.at))))
    }

    private mutating func tellClockStep(_ row: StoryRow) {
        // Then it is the other of the two clocks that was set.
        if case .timeCaughtUp = row.happening { return }
        guard let last else { return }
        let step = row.wall.since(row.at) - last.wall.since(last.at)
        guard step >= Narrator.clockStepTold || step <= .zero - Narrator.clockStepTold else { return }
        sentences.append(
            StorySentence(
                seq: nil, at: row.at, wall: row.wall, by: Self.daemon, source: .daemon, text: words.clockStep(step)))
    }
}

extension Happening {
    /// Whether it is what a start writes down of work that the end of the daemon cut off.
    fileprivate var isCutOff: Bool {
        switch self {
        case .recorded(.attempt(_, .answerLost)), .recorded(.refund(_, .answerLost)),
            .recorded(.print(_, .interrupted)):
            true
        case .recorded, .started, .restored, .opened, .accepted, .unbelieved, .stray, .settledStray,
            .compared, .steered, .clockStepped,
            .timeCaughtUp:
            false
        }
    }
}
