// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization

/// An HTTP server that answers by a script, for tests of clients.
///
/// Each route has a list of answers; the last one of a list repeats. A route without a list gets
/// the problem `no_such_route`. It blocks threads of its own and none of the shared pool.
package final class ScriptedDaemon: Sendable {
    /// Where it listens.
    package enum Door: Sendable {
        /// A Unix socket.
        case socket(String)
        /// A free port of 127.0.0.1.
        case loopback
    }

    private struct State {
        var script: [String: [ScriptedAnswer]]
        var requests: [ScriptedRequest] = []
        var open: Set<Int32> = []
        var isStopped = false
    }

    /// The path of the socket, or host and port.
    package let place: String
    private let door: Door
    private let listener: Int32
    private let state: Mutex<State>

    /// Starts to listen.
    ///
    /// - Throws: ``ScriptedDaemonError`` if the place is taken.
    package init(at door: Door, _ script: [String: [ScriptedAnswer]]) throws {
        self.door = door
        switch door {
        case .socket(let path):
            listener = try Listening.socket(at: path)
            place = path
        case .loopback:
            let (descriptor, port) = try Listening.loopback()
            listener = descriptor
            place = "127.0.0.1:\(port)"
        }
        state = Mutex(State(script: script))
        Thread.detachNewThread { [self] in accept() }
    }

    /// Everything that has arrived, in order.
    package var requests: [ScriptedRequest] {
        state.withLock { $0.requests }
    }

    /// What has arrived at a route, in order.
    package func requests(_ route: String) -> [ScriptedRequest] {
        requests.filter { $0.route == route }
    }

    /// Stops to listen and closes every connection.
    package func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            if case .socket(let path) = door { unlink(path) }
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    private func accept() {
        // Whoever waits on a descriptor closes it: its number may be another's right after.
        defer { close(listener) }
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            let isWelcome = state.withLock { state in
                guard !state.isStopped else { return false }
                state.open.insert(descriptor)
                return true
            }
            guard isWelcome else {
                close(descriptor)
                return
            }
            Thread.detachNewThread { [self] in serve(descriptor) }
        }
    }

    private func serve(_ descriptor: Int32) {
        var connection = Connection(descriptor: descriptor)
        while let request = connection.request() {
            guard connection.carryOut(answer(to: request)) else { break }
        }
        state.withLock { _ = $0.open.remove(descriptor) }
        close(descriptor)
    }

    private func answer(to request: ScriptedRequest) -> ScriptedAnswer {
        state.withLock { state in
            state.requests.append(request)
            guard var answers = state.script[request.route], let first = answers.first else {
                return .problem(404, "no_such_route", "the script has no \(request.route)")
            }
            if answers.count > 1 { answers.removeFirst() }
            state.script[request.route] = answers
            return first
        }
    }
}
