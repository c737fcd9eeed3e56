// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Lets calls fail, each once and from then on, and looks at what the daemon makes of it.
struct ErrorSweep {
    let plan: ErrorPlan
    let scene: Scene
    var stride = 1
    var furthest = Int.max

    /// How many points ended how.
    struct Ends {
        var counts: [String: Int] = [:]

        mutating func add(_ end: String) { counts[end, default: 0] += 1 }

        var line: String { counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") }
    }

    /// How long it may take to end after a failed write.
    static let limitOfEnd: Duration = .seconds(1)

    /// Messages that may leave after it: an answer to the one client and one to a notify, of what was saved before.
    static let owedAnswers = 2

    /// Sweeps, and gives what it came to.
    func run(_ tally: Tally, _ ends: inout Ends) throws -> Tally {
        let stage = try Stage(
            "\(plan.name.replacing(" ", with: "-"))-\(scene.rawValue)", disk: .honest, seed: 1, tally)
        do {
            for error in plan.errors {
                for lasts in [false, true] {
                    var call = 1
                    while call <= (lasts ? min(furthest, plan.lastingUpTo) : furthest) {
                        guard try point(stage, call, error, lasts, &ends) else { break }
                        call += stride
                    }
                }
            }
            try stage.close()
            return stage.tally
        } catch {
            Tally.say("  the shop stays at \(stage.shop.folder)")
            stage.shop.close(keeping: true)
            throw error
        }
    }

    /// Sweeps over a start, or over a stop: there is no client, and the daemon may say that its ledger is unusable.
    func run(_ moment: Moments, _ tally: Tally, _ ends: inout Ends) throws -> Tally {
        let stage = try Stage(
            "\(plan.name.replacing(" ", with: "-"))-\(moment.rawValue)", disk: .honest, seed: 1, tally)
        do {
            for error in plan.errors {
                for lasts in [false, true] {
                    var call = 1
                    while call <= (lasts ? min(furthest, plan.lastingUpTo) : furthest) {
                        guard try point(stage, moment, call, error, lasts, &ends) else { break }
                        call += stride
                    }
                }
            }
            try stage.close()
            return stage.tally
        } catch {
            Tally.say("  the shop stays at \(stage.shop.folder)")
            stage.shop.close(keeping: true)
            throw error
        }
    }

    /// Moments without a client.
    enum Moments: String {
        case start, stop
    }

    private func point(
        _ stage: Stage, _ moment: Moments, _ call: Int, _ error: Int32, _ lasts: Bool, _ ends: inout Ends
    ) throws -> Bool {
        let key = stage.newKey(.cancel)
        let place = "\(moment.rawValue), \(plan.name) \(call) \(ErrorName.of(error))\(lasts ? " from then on" : "")"
        _ = Scene.cancel.prepare(stage.client(persists: true), key)
        let board = stage.shop.board
        if moment == .start { try stage.lookAtWhatIsLeft("\(place), before") }
        board.arm(plan.action, at: call, of: plan.calls, on: plan.kinds, error: error, lasts: lasts)
        if moment == .start {
            try stage.shop.start(isShimmed: true)
            _ = stage.shop.isUp(within: .seconds(5))
        } else {
            _ = stage.shop.daemon?.stop()
        }
        let wasHit = board.hits > 0
        let end = stage.shop.daemon?.poll()
        if wasHit {
            stage.tally.points += 1
            ends.add(end.map { "\($0)" } ?? "went on")
            if let end, end != .exited(74), !(moment == .stop && end == .exited(0)) {
                let what = "\(place), \(board.what): it ended with \(end)\n\(stage.shop.tail)"
                stage.tally.add([Violation(rule: .silence, what: what)], at: place)
            }
        }
        try stage.lookAtWhatIsLeft(place)
        try stage.startAgain()
        stage.finish(.cancel, key, place)
        return wasHit
    }

    /// One error at one call; false if the scene does not have so many.
    private func point(_ stage: Stage, _ call: Int, _ error: Int32, _ lasts: Bool, _ ends: inout Ends) throws -> Bool {
        let key = stage.newKey(scene)
        let place = "\(scene.rawValue), \(plan.name) \(call) \(ErrorName.of(error))\(lasts ? " from then on" : "")"
        guard scene.prepare(stage.client(persists: true), key) else {
            throw CrashFault("\(place): cannot be prepared\n\(stage.shop.tail)")
        }
        let board = stage.shop.board
        board.arm(plan.action, at: call, of: plan.calls, on: plan.kinds, error: error, lasts: lasts)
        let isDone = scene.play(stage.client(persists: false, patience: .seconds(lasts ? 1 : 2)), key)
        // Before the last look, or what the daemon still does could be its end between that and the next scene.
        if board.hits == 0 { board.disarm() }
        guard board.hits > 0 else {
            stage.finish(scene, key, place)
            return false
        }
        stage.tally.points += 1
        let mayRefuse = error == ENOSPC || error == EDQUOT
        // A client that hears nothing may have been quicker than the end.
        let end = stage.shop.daemon?.wait(isDone ? .milliseconds(20) : Self.limitOfEnd)
        let took = Moment.now - board.hitAt
        func blame(_ what: String) {
            stage.tally.add([Violation(rule: .silence, what: "\(place), \(board.what): \(what)")], at: place)
        }
        if let end {
            ends.add("\(end)")
            if end != .exited(74) { blame("it ended with \(end)\n\(stage.shop.tail)") }
            if plan.isFatal, board.sentAfter > Self.owedAnswers { blame("\(board.sentAfter) messages left after it") }
            if plan.isFatal, took > Self.limitOfEnd + .milliseconds(500) { blame("it took \(took.milliseconds) ms") }
            try stage.lookAtWhatIsLeft(place)
            try stage.startAgain()
        } else {
            ends.add("went on")
            if plan.isFatal, !mayRefuse { blame("it goes on") }
        }
        stage.finish(scene, key, place)
        return true
    }
}
