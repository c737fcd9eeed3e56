// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A shop with one client, in which scenes are played with a fault at a chosen call.
final class Stage {
    let shop: Shop
    let witness = Witness()
    var inspector = Inspector()
    var tally: Tally
    private var dice: Dice
    private var cut = PowerCut()
    private let disk: FaultBoard.Disk
    private var number = 0
    /// Scenes whose sale was given up in the end.
    private(set) var givenUp = 0

    /// Opens the shop; its daemon runs behind the shim.
    init(_ name: String, disk: FaultBoard.Disk, seed: UInt64, _ tally: Tally) throws {
        shop = try Shop(name, scripts: ["manual"])
        self.disk = disk
        self.tally = tally
        dice = Dice(seed)
        // A bad disk was a good one on the day when the shop was set up.
        shop.board.set(disk == .safe ? .safe : .honest)
        try shop.startWhole(isShimmed: true)
        shop.board.set(disk)
    }

    /// A key that no scene has had.
    func newKey(_ scene: Scene) -> String {
        number += 1
        return "\(scene.rawValue)-\(number)"
    }

    /// A client that gives up when an exchange breaks off, or one that does not.
    func client(persists: Bool, patience: Duration = .seconds(25)) -> Client {
        let limit = Moment.now + .seconds(60)
        return Client(
            api: shop.api, bank: shop.bank, witness: witness, isOver: { Moment.now > limit }, patience: patience,
            persists: persists)
    }

    /// The daemon is dead or is killed now; takes the power away if it is to fail, and looks.
    func lookAtWhatIsLeft(_ place: String) throws {
        if shop.daemon?.poll() == nil { shop.daemon?.kill() }
        if disk != .safe { try cut.happen(to: shop, &dice) }
        tally.add(try inspector.look(at: shop, witness), at: place)
    }

    /// Starts it again without a fault.
    func startAgain() throws {
        shop.board.disarm()
        let start = Moment.now
        try shop.startWhole(isShimmed: true)
        tally.recoveries.append(Moment.now - start)
    }

    /// Plays a scene to its end, whatever happened to it before.
    ///
    /// A sale of which the acquirer may never have heard stays in doubt until somebody gives it up: that is an end too.
    func finish(_ scene: Scene, _ key: String, _ place: String) {
        shop.board.disarm()
        if scene.play(client(persists: true, patience: .seconds(3)), key) { return }
        let cashier = client(persists: true)
        givenUp += 1
        guard let order = cashier.open(key, value: 700), scene.giveUp(order, cashier) else {
            let seen = shop.api.exchange("GET", "/v1/orders?limit=1").map { String(decoding: $0.body, as: UTF8.self) }
            tally.add(
                [Violation(rule: .rest, what: "\(key) does not come to its end\n\(seen ?? "")\n\(shop.tail)")],
                at: place)
            return
        }
    }

    func roll(_ limit: Int) -> Int { dice.roll(limit) }

    /// Comes to rest, looks once more, and closes the shop.
    func close() throws {
        shop.board.set(.safe)
        if shop.daemon?.poll() == nil {
            shop.daemon?.kill()
            if disk != .safe { try cut.happen(to: shop, &dice) }
        }
        tally.add(try Calm(shop: shop, isShimmed: true).findings(&inspector, witness), at: "at rest")
        tally.add(inspector, witness)
        shop.close()
    }
}
