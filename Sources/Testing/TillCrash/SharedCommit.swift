// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Clients whose sales share one COMMIT, and that COMMIT fails: none of them may hear an answer.
///
/// ```
/// client 0      open ─▶ sync of the log, held ──────▶ goes on ─▶ an answer
/// client 1…n         open ─▶ they wait for the next COMMIT ─▶ its sync, held, fails ─▶ nothing, and exit 74
/// ```
struct SharedCommit {
    var clients = 8
    /// Whether the sync fails; when it does not, the check has to notice the answers.
    var fails = true

    /// What it came to.
    struct Outcome {
        /// Clients that heard a success, of those whose COMMIT failed.
        var answered = 0
        /// Of their sales, how many are in the ledger all the same.
        var saved = 0
        /// From the failed sync to the end of the process.
        var took: Duration = .zero
    }

    /// Who heard what: the status that each client got, 0 for none.
    private final class Ears: Sendable {
        private let statuses = Mutex<[Int: Int]>([:])
        private let group = DispatchGroup()

        /// Has a client open a sale, once.
        func listen(_ number: Int, _ api: Wire, _ key: String) {
            DispatchQueue(label: key).async(group: group) { [self] in
                let body = #"{"amount":{"value":700,"currency":"CNY"},"reference":"\#(key)"}"#
                let answer = api.exchange("POST", "/v1/orders", key: key, body: body, limit: .seconds(10))
                statuses.withLock { $0[number] = answer?.status ?? 0 }
            }
        }

        /// What everybody heard, when all have.
        func all() -> [Int: Int] {
            group.wait()
            return statuses.withLock { $0 }
        }
    }

    /// Plays it once; adds to the stage's tally what is wrong.
    func play(_ stage: Stage, _ round: Int) throws -> Outcome {
        let board = stage.shop.board
        let ears = Ears()
        let keys = (0...clients).map { "shared-\(round)-\($0)" }
        board.arm(.hold, at: 1, of: [.sync], on: [.log])
        ears.listen(0, stage.shop.api, keys[0])
        guard Moment.wait(.seconds(10), until: { board.isHeld }) else { throw CrashFault("no sync was held") }
        let before = board.tallied(.receive, .local)
        for number in 1...clients { ears.listen(number, stage.shop.api, keys[number]) }
        guard isQuiet(stage, since: before) else { throw CrashFault("the clients do not get to wait") }
        // Sales of earlier rounds are asked about all the while, and that may go on: what clients hear is what counts.
        let told = board.tallied(.send, .local)
        board.arm(fails ? .holdError : .hold, at: 1, of: [.sync], on: [.log], error: EIO)
        board.letGo()
        // Held as well, until whoever speaks too early has spoken.
        guard Moment.wait(.seconds(10), until: { board.hits > 0 && board.isHeld }), isQuiet(stage, since: before)
        else { throw CrashFault("the shared sync was not held") }
        board.letGo()
        let end = fails ? stage.shop.daemon?.wait(.seconds(3)) : nil
        var outcome = Outcome(took: Moment.now - board.hitAt)
        let heard = ears.all()
        outcome.answered = heard.count { $0.key > 0 && (200..<300).contains($0.value) }
        func blame(_ rule: Violation.Rule, _ what: String) {
            stage.tally.add([Violation(rule: rule, what: what)], at: "a shared COMMIT, round \(round)")
        }
        if outcome.answered > 0 { blame(.answer, "\(outcome.answered) of \(clients) heard a success") }
        if fails, end != .exited(74) { blame(.silence, "it ended with \(end.map { "\($0)" } ?? "nothing")") }
        // Client 0's answer is true, and may be on its way.
        let messages = board.tallied(.send, .local) - told
        if fails, messages > 1 { blame(.silence, "\(messages) messages to clients left after it") }
        if fails, outcome.took > .seconds(1) { blame(.silence, "it took \(outcome.took.milliseconds) ms") }
        board.disarm()
        if stage.shop.daemon?.poll() == nil { stage.shop.daemon?.kill() }
        let ledger = try LedgerCopy.read(stage.shop, after: 0)
        outcome.saved = keys.dropFirst().count { key in ledger.orders.contains { $0.reference == key } }
        try stage.lookAtWhatIsLeft("a shared COMMIT, round \(round)")
        stage.tally.points += 1
        try stage.startAgain()
        let client = stage.client(persists: true)
        for key in keys { _ = client.open(key, value: 700) }
        return outcome
    }

    /// Waits until all requests have been read and nothing moves in the daemon any more.
    private func isQuiet(_ stage: Stage, since before: Int) -> Bool {
        guard let id = stage.shop.daemon?.id else { return false }
        var quiet = 0
        var last = -1
        return Moment.wait(.seconds(10), every: .milliseconds(2)) {
            let received = stage.shop.board.tallied(.receive, .local)
            let isQuiet = received - before >= clients && received == last && Self.isAsleep(id)
            last = received
            quiet = isQuiet ? quiet + 1 : 0
            return quiet >= 25
        }
    }

    /// Whether every thread of a process sleeps.
    private static func isAsleep(_ id: pid_t) -> Bool {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task")) ?? []
        return tasks.allSatisfy { task in
            let path = "/proc/\(id)/task/\(task)/stat"
            guard let text = FileManager.default.contents(atPath: path).map({ String(decoding: $0, as: UTF8.self) }),
                let name = text.lastIndex(of: ")")
            else { return false }
            return text[name...].dropFirst(2).first == "S"
        }
    }
}
