// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import PaperTesting
import Synchronization

/// The port of a daemon that dies with one of its calls: half of the bytes get out, and nothing is written down any more.
final class MortalPort: DevicePort {
    private struct State {
        var calls = 0
        var isDead = false
    }

    let name = "mortal"
    private let port: PaperPort
    private let last: Int?
    private let die: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - last: the write or close with which it dies, the first one being 0; nil lets it live.
    ///   - die: what dies with it.
    init(_ port: PaperPort, dyingAt last: Int?, _ die: @escaping @Sendable () -> Void) {
        self.port = port
        self.last = last
        self.die = die
    }

    var manner: PortManner { port.manner }

    /// Whether it has died.
    var isDead: Bool { state.withLock(\.isDead) }

    /// Writes and closes so far.
    var calls: Int { state.withLock(\.calls) }

    /// Counts a call, and says whether it is the last one.
    private func isLast() -> Bool {
        state.withLock { state in
            defer { state.calls += 1 }
            state.isDead = state.isDead || state.calls == last
            return state.isDead
        }
    }

    private func check() throws(DeviceError) { if isDead { throw .gone(name) } }

    func open() async throws(DeviceError) -> PortDirection {
        try check()
        return try await port.open()
    }

    func write(_ bytes: [UInt8], within patience: Duration) async throws(DeviceError) -> Int {
        try check()
        guard isLast() else { return try await port.write(bytes, within: patience) }
        die()
        _ = try await port.write(Array(bytes.prefix(bytes.count / 2)), within: patience)
        throw .gone(name)
    }

    func read(upTo limit: Int, within patience: Duration) async throws(DeviceError) -> [UInt8] {
        try check()
        return try await port.read(upTo: limit, within: patience)
    }

    func flush(within patience: Duration) async throws(DeviceError) {
        try check()
        try await port.flush(within: patience)
    }

    func close() async {
        if !isDead, isLast() { die() }
        await port.close()
    }

    func identity() async -> DeviceIdentity? { await port.identity() }
}
