// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization

/// Says on standard error what takes so long, from the first second on, and takes it away at the end.
///
/// Nothing is written where standard error is no terminal. It ticks on a thread of its own, so that work that
/// blocks does not stop it.
package final class ProgressLine: Sendable {
    private struct State {
        var text: ProgressText
        var isOver = false
    }

    private let state: Mutex<State>

    private init(_ sentence: String) { state = Mutex(State(text: ProgressText(sentence))) }

    /// Does something, and says meanwhile what it is.
    ///
    /// - Parameters:
    ///   - sentence: what is being done, lower case: `checking the ledger`.
    ///   - body: does it; it may say how far it is.
    package static func during<Value>(
        _ sentence: String, _ body: (ProgressLine) async throws -> Value
    ) async rethrows -> Value {
        let line = ProgressLine(sentence)
        var ends: [Int32] = [-1, -1]
        guard isatty(STDERR_FILENO) == 1, pipe(&ends) == 0 else { return try await body(line) }
        let (waiting, ending) = (ends[0], ends[1])
        DispatchQueue(label: "progress").async { line.tick(until: waiting) }
        defer {
            // What waits at the other end of the pipe sees that, and ends.
            close(ending)
            line.end()
        }
        return try await body(line)
    }

    /// Says how far it is; it is seen with the next second.
    package func say(_ sentence: String) {
        state.withLock { $0.text.sentence = sentence }
    }

    /// Writes something else in between, where the line would stand.
    package func aside<Failure>(_ write: () throws(Failure) -> Void) throws(Failure) {
        try state.withLock { state throws(Failure) in
            Self.write(state.text.wiped())
            try write()
        }
    }

    /// Ticks every second until the other end of a pipe is closed, and closes its own.
    private func tick(until gone: Int32) {
        var awaited = pollfd(fd: gone, events: Int16(POLLIN), revents: 0)
        while true {
            let count = poll(&awaited, 1, 1000)
            if count == 0 { tick() } else if count > 0 || errno != EINTR { break }
        }
        close(gone)
    }

    private func tick() {
        state.withLock { state in
            if !state.isOver { Self.write(state.text.secondPassed(columns: Self.columns)) }
        }
    }

    private func end() {
        state.withLock { state in
            state.isOver = true
            Self.write(state.text.wiped())
        }
    }

    /// The width of the terminal; a common one if it does not say.
    private static var columns: Int {
        var size = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// A line that cannot be written is nobody's loss.
    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty { _ = Glibc.write(STDERR_FILENO, bytes, bytes.count) }
    }
}
