// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Kills the daemon at random moments under load, again and again.
struct RandomKills {
    let kills: Int
    let seed: UInt64
    /// How many kills one shop sees, before it comes to rest and another opens.
    var killsPerShop = 100
    var clients = 8
    /// What happens to payments, in turn; everything there is if empty.
    var scripts: [String] = []
    /// Whether it is asked to end (SIGTERM) instead: then it has to, with 0.
    var isAsked = false
    /// How the disk behaves; `safe` runs the daemon as it is, without the shim.
    var disk: FaultBoard.Disk = .safe

    /// Runs, and gives what it came to.
    func run() throws -> Tally {
        var tally = Tally()
        var dice = Dice(seed)
        var day = 0
        while tally.kills < kills {
            day += 1
            let shop = try Shop("r\(seed)-\(day)", scripts: scripts.isEmpty ? Scripts.shuffled(&dice) : scripts)
            do {
                try runDay(shop, day, min(killsPerShop, kills - tally.kills), &tally, &dice)
                shop.close()
            } catch  where disk.isBad {
                // On such a disk it is allowed to find nothing but ruins.
                tally.add([Violation(rule: .damaged, what: "\(error)")], at: "day \(day)")
                tally.kills += 1
                shop.close()
            } catch {
                Tally.say("  the shop stays at \(shop.folder)")
                shop.close(keeping: true)
                throw error
            }
            Tally.say(tally.line("  day \(day)"))
        }
        return tally
    }

    private func runDay(_ shop: Shop, _ day: Int, _ kills: Int, _ tally: inout Tally, _ dice: inout Dice) throws {
        var inspector = Inspector()
        var cut = PowerCut()
        let witness = Witness()
        // A bad disk was a good one on the day when the shop was set up.
        shop.board.set(disk == .safe ? .safe : .honest)
        try shop.startWhole(isShimmed: disk != .safe)
        shop.board.set(disk)
        shop.daemon?.kill()
        let crew = Crew(clients, at: shop, seed: seed &* 100 + UInt64(day), witness: witness)
        defer { crew.goHome() }
        for _ in 0..<kills {
            try live(shop, witness, &tally, &dice)
            if disk != .safe { try cut.happen(to: shop, &dice) }
            tally.kills += 1
            let found = try inspector.look(at: shop, witness)
            tally.add(found, at: "kill \(tally.kills)")
            // What a broken ledger does next is of no interest.
            if found.contains(where: { $0.rule == .damaged }) || (disk.isBad && !found.isEmpty) { break }
        }
        crew.goHome()
        if !disk.isBad {
            shop.board.set(.safe)
            let calm = Calm(shop: shop, isShimmed: disk != .safe)
            tally.add(try calm.findings(&inspector, witness), at: "day \(day), at rest")
        }
        tally.add(inspector, witness)
    }

    /// One life: a start, some time, and the end.
    private func live(_ shop: Shop, _ witness: Witness, _ tally: inout Tally, _ dice: inout Dice) throws {
        let start = Moment.now
        try shop.start(isShimmed: disk != .safe)
        if !isAsked, dice.roll(6) == 0 {
            // While it reads the ledger, recovers and opens its doors.
            Moment.nap(.microseconds(dice.roll(120_000)))
        } else {
            guard shop.isUp() else {
                throw CrashFault("tilld does not come up: \(shop.daemon?.end.map { "\($0)" } ?? "hangs")\n\(shop.tail)")
            }
            tally.recoveries.append(Moment.now - start)
            // Counted in answers, so that a slow machine sells as much in a life as a fast one.
            let answers = witness.heard.answers + dice.roll(16)
            _ = Moment.wait(.milliseconds(1500)) { witness.heard.answers >= answers }
            Moment.nap(.microseconds(dice.roll(30_000)))
        }
        if isAsked {
            let end = shop.daemon?.stop(.seconds(15))
            if end != .exited(0) {
                let what = "asked to end, it ended with \(end.map { "\($0)" } ?? "nothing in 15 s")\n\(shop.tail)"
                tally.add([Violation(rule: .silence, what: what)], at: "life \(tally.kills + 1)")
            }
            return
        }
        shop.daemon?.kill()
        if case .exited(let status) = shop.daemon?.end {
            throw CrashFault("tilld ended by itself with \(status)\n\(shop.tail)")
        }
    }
}
