// SPDX-License-Identifier: Apache-2.0

/// `readers`: what many readers of events take of the daemon, and of sales.
///
/// Two daemons run on the same disk; neither may ask its acquirer. One of them has the readers, which are connected to
/// its socket and held by this program. The two are held against each other before anybody reads as well.
struct ReadersBench {
    let ground: Ground

    /// What a thousand readers may take more, in bytes.
    private static let memory = 20.0 * 1_048_576
    /// What is still no effect on a sale, as a ratio.
    private static let noEffect = 1.1
    /// Seconds from one sale to the next at the least, with readers and without.
    private static let pace = 0.1
    /// Descriptors that a daemon keeps from those who connect.
    private static let reserved = 48
    /// Readers beyond the crowd.
    private static let spare = 16

    private var readers: Int { ground.scaled(1000, short: 100) }
    private var rounds: Int { ground.scaled(7, short: 2) }
    private var sales: Int { ground.scaled(60, short: 15) }
    /// How long the daemon rests before its memory is looked at, in seconds: longer than from one beat to the next.
    private var rest: Double { Double(ground.scaled(20, short: 2)) }

    /// Measures memory, and then sales.
    func figures() async throws -> [Figure] {
        // Half of a daemon's connections are for readers, and it has no more descriptors than this program.
        try DescriptorLimit.raise(to: 2 * (readers + Self.spare) + Self.reserved)
        let read = try ReadersDesk("readers", ground)
        defer { read.close() }
        var figures = try idle(read)
        do {
            figures += try await selling(read)
        } catch {
            figures.append(Figure("sales beside \(readers) readers", refused: "\(error)"))
        }
        return figures
    }

    /// Looks at daemon after daemon, each before and after the readers come.
    private func idle(_ desk: ReadersDesk) throws(BenchFault) -> [Figure] {
        var looks: [(before: ProcessSight, after: ProcessSight)] = []
        for round in 0..<ground.scaled(3, short: 1) {
            try desk.shop.start()
            // It stays so in the ledger.
            if round == 0 { try desk.shop.holdAcquirers() }
            // What first sales bring stays, and is not the readers'.
            _ = try desk.opening(sales, pace: nil)
            Ticks.nap(rest)
            let before = try desk.sight()
            try desk.gather(readers)
            Ticks.nap(rest)
            try desk.crowd?.look()
            looks.append((before, try desk.sight()))
            desk.dismiss()
            try desk.shop.stop()
        }
        return [
            try more("anonymous memory", looks.map { ($0.before.anonymous, $0.after.anonymous) }),
            try more("memory (PSS)", looks.map { ($0.before.shared, $0.after.shared) }),
        ]
    }

    private func more(_ what: String, _ looks: [(before: Int, after: Int)]) throws(BenchFault) -> Figure {
        let more = try Sample(looks.map { Double($0.after - $0.before) })
        let before = try Sample(looks.map { Double($0.before) }).median
        return Figure(
            "\(what) that \(readers) idle readers take more", more.median, spread: more.spread, .memory,
            aim: .atMost(Self.memory * Double(readers) / 1000),
            beside: "\(Unit.memory.text(before)) before, \(Unit.bytes.text(more.median / Double(readers))) a reader")
    }

    /// Sells at both daemons in turn.
    private func selling(_ read: ReadersDesk) async throws -> [Figure] {
        let plain = try ReadersDesk("readers-none", ground)
        defer { plain.close() }
        for desk in [read, plain] { try desk.shop.start() }
        try plain.shop.holdAcquirers()
        let alone = try await compare(read, plain, rounds: ground.scaled(3, short: 1), pace: Self.pace)
        try read.gather(readers)
        let told = try await compare(read, plain, rounds: rounds, pace: Self.pace)
        let rushed = try await compare(read, plain, rounds: rounds, pace: nil)
        let slowest = try read.besideStandingReader()
        for desk in [read, plain] { try desk.check() }
        let names = ("with \(readers) readers", "without")
        let times = try Sample(read.told)
        return [
            Figure(
                "sale opened beside \(readers) idle readers, 1 client, p50", told, aim: .atMost(Self.noEffect),
                names: names, more: "\(Unit.times.text(try alone.ratios().median)) before anybody read"),
            Figure("sales back to back beside \(readers) readers, 1 client, p50", rushed, aim: nil, names: names),
            Figure(
                "from a sale's request to its events at \(readers) readers, p50", times.median, .seconds,
                beside: "p99 \(Unit.seconds.text(times.percentile(99)))"),
            Figure(
                "slowest sale while a reader reads nothing", slowest, .seconds,
                beside: "\(readers) others read, and 8 clients sell"),
        ]
    }

    private func compare(
        _ read: ReadersDesk, _ plain: ReadersDesk, rounds: Int, pace: Double?
    ) async throws -> Comparison {
        try await Comparison.measure(rounds: rounds) {
            try read.opening(sales, pace: pace)
        } yardstick: {
            try plain.opening(sales, pace: pace)
        }
    }
}
