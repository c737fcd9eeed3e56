// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Logging
import PaperTesting
import Raster
import Receipts
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

/// A terminal with a played journal printer; its daemon can die and start again.
final class RollShop {
    let file = LedgerFile()
    let clock = WorldClock(seed: 1)
    let desk: PaperDesk
    private(set) var ledger: Ledger
    private(set) var worker: RollWorker
    private(set) var port: MortalPort
    private let profile: PrinterProfile
    private var sales = 0
    private var isClosed = false

    /// - Parameters:
    ///   - name: which of the played printers it is.
    ///   - call: the call to the printer with which the daemon dies; nil lets it live.
    ///   - fault: what goes wrong with the printer, when the byte of that number leaves.
    init(
        _ name: String = "marks", dyingAt call: Int? = nil, cable: PaperCable = .network, fault: PaperFault? = nil,
        byte: Int = 0, identity: DeviceIdentity? = nil
    ) throws {
        let model = try #require(PaperModel.all.first { $0.name == name })
        profile = try #require(try model.profile())
        desk = PaperDesk(model, cable: cable, fault: fault, byte: byte, identity: identity)
        let parts = try Self.parts(file.path, clock, desk, profile, dyingAt: call, roll: "roll", among: ["roll"])
        (ledger, worker, port) = parts
    }

    private static func parts(
        _ path: String, _ clock: WorldClock, _ desk: PaperDesk, _ profile: PrinterProfile, dyingAt call: Int?,
        roll: String, among rolls: Set<String>
    ) throws -> (Ledger, RollWorker, MortalPort) {
        let ledger = try Ledger(
            path: path, terminal: "T-0001", version: "test", clocks: clock.clocks, onFault: { _ in })
        let port = MortalPort(desk.port(), dyingAt: call) { ledger.end() }
        let worker = RollWorker(
            name: roll, among: rolls, ledger: ledger,
            printer: EscPosPrinter(port: port, profile: profile, elapsed: { desk.now }),
            renderer: ReceiptRenderer(profile: profile, setter: TypeSetter()), content: Shop.content,
            logger: Logger(label: "roll", factory: { _ in SwiftLogNoOpLogHandler() }))
        return (ledger, worker, port)
    }

    /// What prints the same roll at another printer.
    func worker(at printer: any PrinterDriver) -> RollWorker {
        RollWorker(
            name: "roll", among: ["roll"], ledger: ledger, printer: printer,
            renderer: ReceiptRenderer(profile: profile, setter: TypeSetter()), content: Shop.content,
            logger: Logger(label: "roll", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Gives the ledger back.
    func close() throws {
        guard !isClosed else { return }
        isClosed = true
        try ledger.close()
    }

    /// Ends the daemon, as a kill does, and starts it again.
    func restart(roll: String = "roll", among rolls: Set<String> = ["roll"]) throws {
        try close()
        isClosed = false
        desk.restart()
        (ledger, worker, port) = try Self.parts(
            file.path, clock, desk, profile, dyingAt: nil, roll: roll, among: rolls)
    }

    /// Sells for 12.50, or another amount; the acquirer says when it was paid, if `paidAt` is given.
    @discardableResult
    func sell(_ minorUnits: Int64 = 1250, paidAt: Timestamp? = nil) async throws -> Order {
        sales += 1
        let amount = Money(minorUnits: minorUnits, .cny)
        let sale = Sale(amount: amount, account: "main", patience: .seconds(60), subject: "Tea", slips: .none)
        let order = try await ledger.open(sale, key: nil, by: "test").order
        let payment = Payment(acquirerReference: "P-\(sales)", amount: amount, paidAt: paidAt)
        return try await ledger.record(
            .attempt(order.attempts[0].reference, .outcome(.paid(payment), .query)), about: order.id)
    }

    /// Gives money of a sale back.
    func giveBack(_ minorUnits: Int64, of order: Order) async throws {
        let asked = try await ledger.accept(
            .refund(Money(minorUnits: minorUnits, .cny), note: ""), about: order.id, key: nil, by: "test"
        ).order
        let refund = try #require(asked.refunds.last)
        try await ledger.record(.refund(refund.id, .sending), about: order.id)
        try await ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)
    }

    /// Lets time pass for the shop; the printer, whose hour is soon over, sees little of it.
    func pass(_ duration: Duration) {
        clock.advance(milliseconds: duration.components.seconds * 1000)
        desk.wait(min(duration, .seconds(20)))
    }

    /// Lets the worker go on until it rests, dies, or has waited `waits` times in vain.
    func work(waits: Int = 20) async throws {
        var left = waits
        while !port.isDead, let later = try await worker.step() {
            let now = ledger.time.now
            guard later > now else { continue }
            guard worker.standing.current != nil, left > 0 else { return }
            left -= 1
            pass(later.since(now) + .seconds(1))
        }
    }

    /// The same, where the daemon may be dead when it wants to write something down.
    func workUntilDead() async throws {
        do {
            try await work()
        } catch LedgerError.ended {
            #expect(port.isDead)
        }
    }

    /// The lines on paper, once the printer has come to rest: nobody waits for one that says nothing.
    var lines: [String] {
        desk.wait(.seconds(5))
        return desk.paper.compactMap { if case .line(let text) = $0 { text } else { nil } }
    }

    /// How often the paper was cut.
    var cuts: Int { desk.paper.count { $0 == .cut } }

    /// How often a number stands on paper, as a line of its own and as one that may be a second one.
    func copies(of number: Int) -> Copies {
        let digits = String(repeating: "0", count: 5) + "\(number)"
        return Copies(
            plain: lines.count { $0.hasPrefix("\(digits) ") }, marked: lines.count { $0.hasPrefix("\(digits)*") })
    }

    /// How often a line stands on paper.
    struct Copies: Equatable {
        let plain: Int
        let marked: Int
    }
}
