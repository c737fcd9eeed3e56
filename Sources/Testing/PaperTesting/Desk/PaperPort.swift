// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import Synchronization

/// The till's end of the cable to a played printer; waiting moves the clock and takes no time.
package final class PaperPort: DevicePort {
    package let name = "played"
    private let desk: PaperDesk
    private let connection = Mutex(0)

    /// Takes the end of a desk's cable.
    init(desk: PaperDesk) { self.desk = desk }

    package var manner: PortManner {
        desk.withState { state in
            state.cable == .network
                ? PortManner() : PortManner(hidesPowerLoss: true, piece: 256, bytesPerSecond: 960)
        }
    }

    package func open() async throws(DeviceError) -> PortDirection {
        let opened: Int? = desk.withState { state in
            guard !state.isDead else { return nil }
            if state.cable == .network, !state.machine.isRunning || state.pulledUntil != nil {
                PaperDesk.advance(&state, by: .seconds(3))
                return nil
            }
            state.connection += 1
            state.isConnected = true
            if state.cable == .network { _ = state.machine.takeAnswers() }
            return state.connection
        }
        guard let opened else { throw .absent(name) }
        connection.withLock { $0 = opened }
        return .twoWay
    }

    package func write(_ bytes: [UInt8], within patience: Duration) async throws(DeviceError) -> Int {
        let mine = connection.withLock(\.self)
        let taken: Int? = desk.withState { state in
            var taken = 0
            var waited = Duration.zero
            while taken < bytes.count {
                guard Self.isOpen(state, mine) else { return taken > 0 ? taken : nil }
                let room = Self.room(state)
                guard room > 0 else {
                    guard waited < patience else { return taken }
                    waited += Self.step(&state, atMost: patience - waited)
                    continue
                }
                let left = state.hasFired || state.fault == nil ? .max : max(state.faultAt + 1 - state.passed, 1)
                let count = min(room, bytes.count - taken, left)
                state.passed += count
                if state.pulledUntil == nil {
                    state.machine.receive(bytes[taken..<taken + count])
                }
                taken += count
                PaperDesk.advance(&state, by: .microseconds(1_000_000 * count / state.cable.bytesPerSecond))
                PaperDesk.fire(&state)
            }
            return taken
        }
        guard let taken else { throw .gone(name) }
        return taken
    }

    package func read(upTo limit: Int, within patience: Duration) async throws(DeviceError) -> [UInt8] {
        let mine = connection.withLock(\.self)
        let answer: [UInt8]? = desk.withState { state in
            var waited = Duration.zero
            while true {
                guard Self.isOpen(state, mine) else { return nil }
                let bytes = state.machine.takeAnswers(upTo: limit)
                // What is sent over a pulled cable is lost.
                if !bytes.isEmpty, state.pulledUntil == nil { return bytes }
                guard waited < patience else { return [] }
                waited += Self.step(&state, atMost: patience - waited)
            }
        }
        guard let answer else { throw .gone(name) }
        return answer
    }

    package func flush(within patience: Duration) async throws(DeviceError) {}

    package func close() async {
        let mine = connection.withLock(\.self)
        desk.withState { state in
            guard state.connection == mine else { return }
            state.isConnected = false
        }
    }

    /// Which device is on the desk.
    package func identity() async -> DeviceIdentity? { desk.identity }

    private static func isOpen(_ state: PaperDesk.State, _ connection: Int) -> Bool {
        !state.isDead && state.isConnected && state.connection == connection && state.machine.now < PaperDesk.patience
    }

    /// A serial line takes bytes for a printer that is switched off: nobody holds them back.
    private static func room(_ state: PaperDesk.State) -> Int {
        if state.cable == .serial, !state.machine.hasPower || state.machine.isStarting || state.pulledUntil != nil {
            return 256
        }
        return state.machine.room
    }

    /// Lets time pass to the next change; returns how much.
    private static func step(_ state: inout PaperDesk.State, atMost limit: Duration) -> Duration {
        let next = state.machine.nextChange.map { max($0 - state.machine.now, .microseconds(100)) } ?? limit
        let step = min(next, limit)
        PaperDesk.advance(&state, by: step)
        return step
    }
}
