// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
package import DeviceDrivers
import Dispatch
import Glibc
import Synchronization

/// A played printer behind a real port: at a loopback address, or at the far end of a pseudo terminal.
///
/// Its own time runs faster than ours, so that a trial does not take a minute.
package final class PaperWire: PaperBench {
    fileprivate struct State: Sendable {
        var machine: PaperMachine
        var fault: PaperFault?
        var faultAt: Int
        var passed = 0
        var hasFired = false
        var isPulled = false
        var pulledUntil = Duration.zero
        var isOver = false
    }

    /// Why a printer could not be put behind a port.
    package struct Failure: Error {}

    /// Where the till finds it: the number of a port, or the path of a terminal.
    package let place: PaperPlace
    private let state: Mutex<State>
    private let folder: String
    private let descriptor: Int32
    private let spare: Int32
    private let queue = DispatchQueue(label: "paper-wire")
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    /// How many times faster the printer's time runs.
    private static let haste = 20
    private static let lookMilliseconds: Int32 = 2

    /// Puts a printer behind a port.
    ///
    /// - Parameters:
    ///   - locks: a folder for lock files.
    ///   - fault: what goes wrong with the byte of that number; a daemon is not killed here.
    package init(
        _ model: PaperModel, cable: PaperCable, locks: String, fault: PaperFault? = nil, byte: Int = 0
    ) throws(Failure) {
        (place, descriptor, spare) = try cable == .network ? Self.listen() : Self.terminal()
        state = Mutex(State(machine: PaperMachine(model), fault: fault, faultAt: byte))
        folder = locks
        start = clock.now
    }

    deinit {
        close(descriptor)
        if spare >= 0 { close(spare) }
    }

    /// Lets it work until ``stop()``.
    package func begin() {
        queue.async { [self] in
            switch place {
            case .port: serve()
            case .terminal: converse(descriptor)
            }
        }
    }

    /// Switches it off for good.
    package func stop() {
        state.withLock { $0.isOver = true }
        queue.sync {}
    }

    package var paper: [PaperEntry] { state.withLock { $0.machine.paper } }
    package var hasFired: Bool { state.withLock { $0.hasFired } }
    package var isDead: Bool { false }
    package var now: Duration { clock.now - start }
    package func kill() {}
    package func restart() {}

    /// Lets something happen to the printer after a while.
    package func schedule(_ event: PaperEvent, after delay: Duration) {
        state.withLock { $0.machine.schedule(event, after: delay) }
    }

    /// Waits until the printer has lived through a time.
    package func wait(_ duration: Duration) {
        let (seconds, attoseconds) = (duration / Self.haste).components
        _ = poll(nil, 0, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    package func end() -> any DevicePort {
        switch place {
        case .port(let port): return TCPPort(host: "127.0.0.1", port: port, locks: folder)
        case .terminal(let path):
            return SerialPort(
                name: "serial:\(path)", place: DevicePlace(path: path), setting: SerialSetting(baud: 115_200),
                locks: DeviceLocks(own: folder))
        }
    }

    private func serve() {
        while !state.withLock(\.isOver) {
            tick()
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, Self.lookMilliseconds) > 0, state.withLock(\.takesConnections) else { continue }
            let client = accept(descriptor, nil, nil)
            guard client >= 0 else { continue }
            converse(client)
            close(client)
        }
    }

    private func converse(_ client: Int32) {
        var buffer = [UInt8](repeating: 0, count: 512)
        while !state.withLock(\.isOver) {
            tick()
            let isNetwork = descriptor != client
            if isNetwork, state.withLock({ !$0.takesConnections }) {
                // The other end learns at once that nobody is there any more.
                var hard = linger(l_onoff: 1, l_linger: 0)
                setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
                return
            }
            let answers = state.withLock { $0.isPulled ? [] : $0.machine.takeAnswers() }
            if !answers.isEmpty { _ = write(client, answers, answers.count) }
            var entry = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, Self.lookMilliseconds) > 0 else { continue }
            let room = state.withLock { $0.room(isNetwork: isNetwork) }
            guard room > 0 else {
                _ = poll(nil, 0, Self.lookMilliseconds)
                continue
            }
            let count = read(client, &buffer, min(room, buffer.count))
            if count > 0 { take(buffer[..<count]) } else if isNetwork { return }
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>) {
        state.withLock { state in
            for byte in bytes {
                if !state.isPulled { state.machine.receive([byte]) }
                state.passed += 1
                guard !state.hasFired, let fault = state.fault, state.passed > state.faultAt else { continue }
                state.hasFired = true
                for (event, delay) in fault.events { state.machine.schedule(event, after: delay) }
                if fault == .cableOut {
                    state.isPulled = true
                    state.pulledUntil = state.machine.now + .seconds(10)
                }
                state.machine.advance(to: state.machine.now)
            }
        }
    }

    /// Brings the printer's time up to ours.
    private func tick() {
        let time = (clock.now - start) * Self.haste
        state.withLock { state in
            state.machine.advance(to: max(time, state.machine.now))
            if state.isPulled, state.machine.now >= state.pulledUntil { state.isPulled = false }
        }
    }

    private static func listen() throws(Failure) -> (PaperPlace, Int32, Int32) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, length) == 0 && Glibc.listen(listener, 1) == 0
                    && getsockname(listener, raw, &length) == 0
            }
        }
        guard isListening else { throw Failure() }
        return (.port(UInt16(bigEndian: address.sin_port)), listener, -1)
    }

    private static func terminal() throws(Failure) -> (PaperPlace, Int32, Int32) {
        var master: Int32 = 0
        var slave: Int32 = 0
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, nil) == 0 else { throw Failure() }
        var mode = termios()
        tcgetattr(slave, &mode)
        cfmakeraw(&mode)
        tcsetattr(slave, TCSANOW, &mode)
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The near end stays open, so that the far end does not hang up between two jobs.
        return (.terminal(path), master, slave)
    }
}

extension PaperWire.State {
    /// Whether somebody is there to be connected with.
    fileprivate var takesConnections: Bool { machine.isRunning && !isPulled }

    /// How many bytes are read from the cable now.
    fileprivate func room(isNetwork: Bool) -> Int {
        if !isNetwork, !machine.hasPower || machine.isStarting || isPulled { return 256 }
        return machine.room
    }
}
