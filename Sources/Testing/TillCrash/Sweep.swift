// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Kills the daemon at every call that touches the ledger, the paper, the screen or a connection.
struct Sweep {
    let action: FaultBoard.Action
    var disk: FaultBoard.Disk = .honest
    /// Every `stride`th call only, from `first` on.
    var stride = 1
    var first = 1

    static let calls: [FaultBoard.Call] = [
        .open, .close, .write, .sync, .truncate, .unlink, .rename, .socket, .bind, .connect, .send, .accept,
    ]

    /// Sweeps over one scene, and gives what it came to.
    func run(_ scene: Scene, _ tally: Tally) throws -> Tally {
        try onStage("\(scene.rawValue)-\(action)", tally) { stage in
            try upToTheEnd(stage) { call in
                let key = stage.newKey(scene)
                let place = "\(scene.rawValue), \(action) at call \(call)"
                guard scene.prepare(stage.client(persists: true), key) else {
                    throw CrashFault("\(place): cannot be prepared\n\(stage.shop.tail)")
                }
                arm(stage, at: call)
                _ = scene.play(stage.client(persists: false), key)
                return try examine(stage, place) { stage.finish(scene, key, place) }
            }
        }
    }

    /// Sweeps over what happens when it is asked to end.
    func runStop(_ tally: Tally) throws -> Tally {
        try onStage("stop-\(action)", tally) { stage in
            try upToTheEnd(stage) { call in
                let key = stage.newKey(.cancel)
                _ = Scene.cancel.prepare(stage.client(persists: true), key)
                arm(stage, at: call)
                _ = stage.shop.daemon?.stop()
                let place = "stop, \(action) at call \(call)"
                let wasHit = stage.shop.board.hits > 0
                if !wasHit, stage.shop.daemon?.end != .exited(0) {
                    throw CrashFault("\(place): tilld does not end when it is asked to\n\(stage.shop.tail)")
                }
                stage.tally.kills += wasHit ? 1 : 0
                stage.tally.points += wasHit ? 1 : 0
                try stage.lookAtWhatIsLeft(place)
                try stage.startAgain()
                stage.finish(.cancel, key, place)
                return wasHit
            }
        }
    }

    /// Sweeps over a start on a ledger in which a sale was broken off anywhere.
    func runRecovery(_ tally: Tally) throws -> Tally {
        try onStage("recovery-\(action)", tally) { stage in
            try upToTheEnd(stage) { call in
                let key = stage.newKey(.sale)
                let place = "recovery, \(action) at call \(call)"
                stage.shop.board.arm(.killBefore, at: 1 + stage.roll(60), of: Self.calls, on: FaultBoard.Kind.allCases)
                _ = Scene.sale.play(stage.client(persists: false), key)
                try stage.lookAtWhatIsLeft("\(place), before")
                arm(stage, at: call)
                try stage.shop.start(isShimmed: true)
                if stage.shop.isUp() { _ = Scene.sale.play(stage.client(persists: false), key) }
                return try examine(stage, place) { stage.finish(.sale, key, place) }
            }
        }
    }

    private func onStage(_ name: String, _ tally: Tally, _ play: (Stage) throws -> Void) throws -> Tally {
        let stage = try Stage(name, disk: disk, seed: UInt64(first), tally)
        do {
            try play(stage)
            if isBad { stage.shop.close() } else { try stage.close() }
            return stage.tally
        } catch  where isBad {
            // On such a disk it is allowed to find nothing but ruins.
            stage.tally.add([Violation(rule: .damaged, what: "\(error)")], at: name)
            stage.shop.close()
            return stage.tally
        } catch {
            Tally.say("  the shop stays at \(stage.shop.folder)")
            stage.shop.close(keeping: true)
            throw error
        }
    }

    private var isBad: Bool { disk.isBad }

    private func arm(_ stage: Stage, at call: Int) {
        stage.shop.board.arm(action, at: call, of: Self.calls, on: FaultBoard.Kind.allCases)
    }

    /// One call after the other, until three in a row are beyond the end.
    private func upToTheEnd(_ stage: Stage, _ point: (Int) throws -> Bool) throws {
        var call = first
        var beyond = 0
        while beyond < 3 {
            // A bad disk is only to be noticed.
            if isBad, !stage.tally.violations.isEmpty { return }
            beyond = try point(call) ? 0 : beyond + 1
            call += stride
        }
    }

    /// Looks at a daemon that was hit, starts it again and has the scene finished; says whether it was hit.
    private func examine(_ stage: Stage, _ place: String, finish: () -> Void) throws -> Bool {
        // Before the look, or what the daemon still does could be its end between that and the next scene.
        stage.shop.board.disarm()
        let wasHit = stage.shop.board.hits > 0
        if wasHit {
            stage.tally.points += 1
            stage.tally.kills += 1
            guard stage.shop.daemon?.wait(.seconds(2)) == .killed(SIGKILL) else {
                throw CrashFault("\(place): it was killed and lives")
            }
            try stage.lookAtWhatIsLeft("\(place), \(stage.shop.board.what)")
            if isBad, !stage.tally.violations.isEmpty { return true }
            try stage.startAgain()
        } else if let end = stage.shop.daemon?.poll() {
            throw CrashFault("\(place): tilld ended by itself with \(end)\n\(stage.shop.tail)")
        }
        finish()
        return wasHit
    }
}
