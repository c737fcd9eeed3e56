// SPDX-License-Identifier: Apache-2.0

@testable import DeviceDrivers

/// A port whose device does exactly what a test says, on a clock that moves when it is waited for.
actor ScriptedPort: DevicePort {
    nonisolated let name = "scripted"
    private let clock: HandClock
    private let direction: PortDirection
    private let answer: @Sendable ([UInt8], Int) -> [UInt8]
    private let room: @Sendable (Int) -> Int
    private var incoming: [UInt8] = []
    private(set) var written: [UInt8] = []

    /// - Parameters:
    ///   - room: how many bytes it takes at most once so many have been taken.
    ///   - answer: what it sends back for the bytes of a write, given all that came before.
    init(
        clock: HandClock, direction: PortDirection = .twoWay, room: @escaping @Sendable (Int) -> Int = { _ in .max },
        answer: @escaping @Sendable ([UInt8], Int) -> [UInt8]
    ) {
        self.clock = clock
        self.direction = direction
        self.room = room
        self.answer = answer
    }

    func open() -> PortDirection { direction }

    func write(_ bytes: [UInt8], within patience: Duration) -> Int {
        let taken = min(room(written.count), bytes.count)
        guard taken > 0 else {
            clock.advance(by: patience)
            return 0
        }
        let part = Array(bytes.prefix(taken))
        incoming += answer(part, written.count)
        written += part
        return taken
    }

    func read(upTo limit: Int, within patience: Duration) -> [UInt8] {
        guard incoming.isEmpty else {
            defer { incoming = [] }
            return incoming
        }
        clock.advance(by: patience)
        return []
    }

    func flush(within patience: Duration) {}
    func close() {}
}
