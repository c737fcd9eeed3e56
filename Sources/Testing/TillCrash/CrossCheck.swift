// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Compares the shim with strace, which sees every call that reaches the kernel: a call that the shim does not see is
/// one that no sweep ever killed at.
struct CrossCheck {
    /// One kind of call, as both have counted it.
    struct Count: Equatable {
        let what: String
        let shim: Int
        let strace: Int
    }

    /// Plays a sale with both, from the start of the daemon to its end, and gives what they counted.
    static func counts() throws -> [Count] {
        let shop = try Shop("strace", scripts: ["manual"])
        defer { shop.close() }
        let trace = "\(shop.folder)/trace"
        try shop.start(
            isShimmed: true, by: ["/usr/bin/strace", "-D", "-f", "-qq", "-y", "-o", trace, "-e", "trace=" + traced])
        guard shop.isUp(within: .seconds(30)) else {
            throw CrashFault("tilld does not come up under strace\n\(shop.tail)")
        }
        let client = Client(api: shop.api, bank: shop.bank, witness: Witness(), isOver: { false })
        guard Scene.sale.play(client, "traced") else { throw CrashFault("the sale is not paid under strace") }
        guard shop.daemon?.stop() == .exited(0) else { throw CrashFault("tilld does not end under strace") }
        // The tracer writes its last lines after its tracee has ended.
        var text = ""
        _ = Moment.wait(.seconds(5)) {
            text = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
            return text.contains("+++ exited with 0 +++")
        }
        return counts(in: text, shop)
    }

    private static let traced =
        "pwrite64,write,writev,sendto,sendmsg,fdatasync,fsync,ftruncate,connect,accept,accept4,unlink,rename"

    private static func counts(in text: String, _ shop: Shop) -> [Count] {
        // What the C library and curl say to themselves is no message of the daemon's.
        let ownTalk = ["/nscd/", "nlmsg_", #""\1", 1"#]
        let lines = text.split(separator: "\n").filter { line in
            !line.contains("resumed>") && !ownTalk.contains { line.contains($0) }
        }
        func traced(_ calls: [String], _ place: String) -> Int {
            lines.count { line in calls.contains { line.contains(" \($0)(") } && line.contains(place) }
        }
        let board = shop.board
        return [
            Count(
                what: "write of the log", shim: board.tallied(.write, .log),
                strace: traced(["pwrite64", "write"], "<\(shop.ledger)-wal>")),
            Count(
                what: "sync of the log", shim: board.tallied(.sync, .log),
                strace: traced(["fdatasync", "fsync"], "<\(shop.ledger)-wal>")),
            Count(
                what: "write of the ledger", shim: board.tallied(.write, .ledger),
                strace: traced(["pwrite64", "write"], "<\(shop.ledger)>")),
            Count(
                what: "sync of the ledger", shim: board.tallied(.sync, .ledger),
                strace: traced(["fdatasync", "fsync"], "<\(shop.ledger)>")),
            Count(
                what: "write on paper", shim: board.tallied(.write, .paper),
                strace: traced(["pwrite64", "write"], "<\(shop.paper)>")),
            Count(
                what: "message", shim: board.tallied(.send, .tcp) + board.tallied(.send, .local),
                strace: traced(["sendto", "sendmsg", "write", "writev"], "<socket:")),
            Count(
                what: "connection", shim: board.tallied(.connect, .tcp) + board.tallied(.connect, .local),
                strace: traced(["connect"], "<socket:")),
            Count(
                what: "accepted connection", shim: board.tallied(.accept, .tcp) + board.tallied(.accept, .local),
                strace: traced(["accept", "accept4"], "<socket:")),
        ]
    }

    /// Kills by strace itself: the same faults by another hand.
    static func kills(_ calls: [String], upTo furthest: Int, _ tally: Tally) throws -> Tally {
        let stage = try Stage("by-strace", disk: .safe, seed: 1, tally)
        do {
            for name in calls {
                for number in 1...furthest {
                    try kill(stage, name, number)
                }
            }
            try stage.close()
            return stage.tally
        } catch {
            stage.shop.close(keeping: true)
            throw error
        }
    }

    private static func kill(_ stage: Stage, _ name: String, _ number: Int) throws {
        let key = stage.newKey(.sale)
        stage.shop.daemon?.kill()
        try stage.shop.start(
            isShimmed: false,
            by: [
                "/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(name)", "-e",
                "inject=\(name):signal=KILL:when=\(number)",
            ])
        if stage.shop.isUp(within: .seconds(30)) {
            _ = Scene.sale.play(stage.client(persists: false), key)
        }
        stage.tally.points += 1
        if stage.shop.daemon?.wait(.milliseconds(50)) == .killed(SIGKILL) { stage.tally.kills += 1 }
        let place = "sale, strace kills at \(name) \(number)"
        try stage.lookAtWhatIsLeft(place)
        try stage.startAgain()
        stage.finish(.sale, key, place)
    }
}
