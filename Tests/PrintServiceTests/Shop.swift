// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Foundation
import Logging
import Raster
import Receipts
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

/// A terminal with a printer of a test's own.
final class Shop {
    let clock: WorldClock
    let printer = StubPrinter()
    let desk = PrinterDesk()
    let ledger: Ledger
    let worker: PrintWorker

    /// - Parameters:
    ///   - path: the ledger's file; nil keeps it in memory.
    ///   - opensDrawer: whether the drawer opens with each sale.
    ///   - log: who keeps what is logged; nil if nobody does.
    init(
        path: String? = nil, clock: WorldClock = WorldClock(seed: 1), opensDrawer: Bool = false, log: LogKeeper? = nil
    ) throws {
        self.clock = clock
        ledger = try Ledger(
            path: path, terminal: "T-0001", version: "test", clocks: clock.clocks,
            onFault: { _ in })
        worker = PrintWorker(
            name: "counter", ledger: ledger, printer: printer, renderer: try Self.renderer(),
            content: Self.content, opensDrawer: opensDrawer, desk: desk,
            logger: log?.logger ?? Logger(label: "shop", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    static let content = ReceiptContent(merchant: "Corner Tea", utcOffset: { _ in 28_800 })

    static func renderer() throws -> ReceiptRenderer {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Devices/Printers").path
        let profile = try #require(try PrinterProfiles.load(folder: folder)[id: "generic-80"])
        return ReceiptRenderer(profile: profile, setter: TypeSetter())
    }

    /// Opens a sale of 12.50.
    func open(_ slips: SlipPolicy = .receipt) async throws -> Order {
        let sale = Sale(
            amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(60),
            subject: "Green tea", slips: slips)
        return try await ledger.open(sale, key: nil, by: "test").order
    }

    /// Opens a sale of 12.50 that is paid.
    func sell(_ slips: SlipPolicy = .receipt) async throws -> Order {
        let order = try await open(slips)
        let reference = order.attempts[0].reference
        let payment = Payment(
            acquirerReference: "P-\(order.id)", amount: Money(minorUnits: 1250, .cny))
        return try await ledger.record(
            .attempt(reference, .outcome(.paid(payment), .query)), about: order.id)
    }

    /// Lets a person ask for something.
    @discardableResult func ask(_ command: OrderCommand, about order: Order) async throws -> Order {
        try await ledger.accept(command, about: order.id, key: nil, by: "test").order
    }

    /// The states of an order's slips.
    func states(of order: Order) async throws -> [PrintState] {
        try await ledger.order(order.id).prints.map(\.state)
    }

    /// Prints what is due, and says in how many milliseconds more will be.
    @discardableResult func step() async throws -> Int64? {
        try await worker.step().map { $0.milliseconds - ledger.time.now.milliseconds }
    }
}
