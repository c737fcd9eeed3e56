// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import Synchronization

/// A printer on a desk, its cable, and the clock on the wall: everything that outlives a daemon.
package final class PaperDesk: Sendable {
    /// What the desk knows at one time.
    struct State: Sendable {
        var machine: PaperMachine
        var cable: PaperCable
        var fault: PaperFault?
        var faultAt: Int
        var passed = 0
        var pulledUntil: Duration?
        var connection = 0
        var isConnected = false
        var isDead = false
        var hasFired = false
        var identity: DeviceIdentity?
    }

    private let state: Mutex<State>

    /// Time after which a run that still waits is hopeless.
    package static let patience = Duration.seconds(3600)

    /// Sets a desk up.
    ///
    /// - Parameters:
    ///   - fault: what goes wrong; nil is a good day.
    ///   - byte: the byte, counted from the first one that leaves the till, with which it happens.
    ///   - identity: which device it is; nil is one that cannot be told from others.
    package init(
        _ model: PaperModel, cable: PaperCable, fault: PaperFault? = nil, byte: Int = 0,
        identity: DeviceIdentity? = nil
    ) {
        state = Mutex(
            State(machine: PaperMachine(model), cable: cable, fault: fault, faultAt: byte, identity: identity))
    }

    /// Which device it is.
    var identity: DeviceIdentity? { state.withLock { $0.identity } }

    /// Puts another printer onto the desk, with a roll of its own.
    package func replace(by model: PaperModel, identity: DeviceIdentity?) {
        state.withLock { state in
            let now = state.machine.now
            state.machine = PaperMachine(model)
            state.machine.advance(to: now)
            state.identity = identity
            state.isConnected = false
        }
    }

    /// The time.
    package var now: Duration { state.withLock { $0.machine.now } }

    /// Everything that came out.
    package var paper: [PaperEntry] { state.withLock { $0.machine.paper } }

    /// How many bytes have left the till.
    package var passed: Int { state.withLock { $0.passed } }

    /// Whether the fault has happened.
    package var hasFired: Bool { state.withLock { $0.hasFired } }

    /// Whether the daemon has died and was not started again.
    package var isDead: Bool { state.withLock { $0.isDead } }

    /// Lets time pass.
    package func wait(_ duration: Duration) {
        state.withLock { state in
            Self.advance(&state, by: duration)
        }
    }

    /// Starts the daemon again.
    package func restart() {
        state.withLock { state in
            state.isDead = false
            state.isConnected = false
        }
    }

    /// Lets the daemon die.
    package func kill() { state.withLock { $0.isDead = true } }

    /// Lets something happen to the printer after a while.
    package func schedule(_ event: PaperEvent, after delay: Duration = .zero) {
        state.withLock { $0.machine.schedule(event, after: delay) }
    }

    /// The till's end of the cable.
    package func port() -> PaperPort { PaperPort(desk: self) }

    /// Works on the state.
    func withState<Answer: Sendable>(_ body: (inout sending State) -> Answer) -> Answer {
        state.withLock { state in body(&state) }
    }

    /// Lets time pass, and notices what breaks the cable.
    static func advance(_ state: inout State, by duration: Duration) {
        state.machine.advance(to: state.machine.now + duration)
        if let until = state.pulledUntil, until <= state.machine.now { state.pulledUntil = nil }
        if state.cable == .network, !state.machine.hasPower || state.pulledUntil != nil { state.isConnected = false }
    }

    /// Lets the fault happen if its byte has left.
    static func fire(_ state: inout State) {
        guard !state.hasFired, let fault = state.fault, state.passed > state.faultAt else { return }
        state.hasFired = true
        for (event, delay) in fault.events { state.machine.schedule(event, after: delay) }
        if fault == .cableOut {
            state.pulledUntil = state.machine.now + .seconds(2)
            if state.cable == .network { state.isConnected = false }
        }
        if fault.kills {
            state.isDead = true
            state.isConnected = false
        }
        advance(&state, by: .zero)
    }
}
