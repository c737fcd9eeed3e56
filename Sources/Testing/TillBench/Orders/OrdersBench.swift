// SPDX-License-Identifier: Apache-2.0

/// `orders`: how long it takes to open a sale so that no power cut forgets it.
///
/// The daemon may not ask its acquirer meanwhile, so that its disk and its code are measured and not a network. After each
/// stretch the sales are cancelled: a terminal has few that are open.
struct OrdersBench {
    let ground: Ground

    /// A disk whose sync is that much slower, in seconds: the card of a small terminal.
    static let slowness = 0.003
    /// The sync up to which the aim for eight clients holds, in seconds: 0.1 ms, with room for the measurement.
    static let quickSync = 0.00015

    /// Measures on the disk as it is, and on a slow one.
    func figures() async throws -> [Figure] {
        var figures = try await onThisDisk()
        figures += try await onSlowDisk()
        return figures
    }

    private func onThisDisk() async throws -> [Figure] {
        let desk = try OrdersDesk("orders", ground, on: nil)
        defer { desk.close() }
        let socket = try await desk.compare(ground.scaled(200, short: 50), by: desk.shop.api, rounds: rounds)
        // That door admits a hundred requests, and then fifty a second.
        let port = try await desk.compare(
            ground.scaled(60, short: 30), by: desk.shop.portAPI, rounds: rounds, rest: 1.5)
        let rates = try desk.rates([1, 8, 64], rounds: rounds)
        try desk.check()
        let names = ("tilld", "a bare insert of the same \(desk.rows) rows with its sync")
        let isQuick = ground.sync <= Self.quickSync
        return [
            Figure(
                "sale opened, Unix socket, 1 client, p50", socket.times, aim: .atMost(2), names: names,
                more: "p99 \(Unit.seconds.text(socket.p99))"),
            Figure(
                "sale opened, loopback with token, 1 client, p50", port.times, aim: .atMost(2), names: names,
                more: "p99 \(Unit.seconds.text(port.p99))"),
            try rates.figure("sales opened, 1 client", 1),
            try rates.figure(
                "sales opened, 8 clients", 8,
                aim: isQuick ? .atLeast(5000) : .words("≥ 5000/s where a sync takes 0.1 ms")),
            try rates.figure("sales opened, 64 clients", 64),
            try rates.ratio("64 clients against 1", 64, 1, aim: .atLeast(5)),
        ]
    }

    private func onSlowDisk() async throws -> [Figure] {
        let disk = try SlowDisk(Self.slowness, in: ground.folder)
        let desk = try OrdersDesk("orders-slow", ground, on: disk)
        defer { desk.close() }
        let socket = try await desk.compare(ground.scaled(50, short: 20), by: desk.shop.api, rounds: rounds)
        let rates = try desk.rates([1, 8, 64], rounds: rounds)
        try desk.check()
        let quickest = try min(socket.times.ours(), socket.times.yardstick())
        guard quickest > Self.slowness, disk.syncs > 0 else {
            throw BenchFault.control("a write takes \(Unit.seconds.text(quickest)), and a sync alone takes 3 ms more")
        }
        let names = ("tilld", "a bare insert of the same rows on the same disk")
        return [
            Figure(
                "3 ms more a sync: sale opened, 1 client, p50", socket.times, aim: .atMost(2), names: names,
                more: "p99 \(Unit.seconds.text(socket.p99))"),
            try rates.figure("3 ms more a sync: sales opened, 8 clients", 8),
            try rates.figure("3 ms more a sync: sales opened, 64 clients", 64),
            try rates.ratio("3 ms more a sync: 64 clients against 1", 64, 1, aim: .atLeast(5)),
        ]
    }

    private var rounds: Int { ground.scaled(7, short: 3) }
}
