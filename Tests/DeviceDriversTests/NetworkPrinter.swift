// SPDX-License-Identifier: Apache-2.0

import Dispatch
import EscPos
import Glibc
import Synchronization

/// A printer at a loopback port, as honest or as broken as a test wants it.
final class NetworkPrinter: Sendable {
    /// What it does with what it receives.
    enum Manner: Sendable {
        /// Answers everything.
        case healthy
        /// Takes everything and never says a word.
        case silent
        /// Answers, and hangs up after so many bytes.
        case dies(after: Int)
        /// Runs out of paper after so many bytes and gets a new roll when it was asked so often.
        case runsOut(after: Int, refilledAfterQuestions: Int)
        /// Runs out of paper and stays so.
        case staysEmpty(after: Int)
        /// Answers status questions and no fences.
        case statusOnly
        /// Loses the first answer to a fence behind a job.
        case losesAnswer
    }

    private struct State {
        var received: [UInt8] = []
        var connections = 0
    }

    let port: UInt16
    private let listener: Int32
    private let manner: Manner
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "printer")

    init(_ manner: Manner) throws {
        self.manner = manner
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, length) == 0 && listen(listener, 4) == 0
                    && getsockname(listener, raw, &length) == 0
            }
        }
        guard listening else { throw Failure() }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        queue.async { self.serve() }
    }

    deinit { close(listener) }

    struct Failure: Error {}

    /// Everything that came in, over all connections, but questions: they may stand between any two commands.
    var received: [UInt8] {
        state.withLock { Array($0.received.split(separator: EscPosQuery.realTime(.offline)).joined()) }
    }

    /// Stops listening; a connection that is open goes on.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            converse(client)
            close(client)
        }
    }

    private func converse(_ client: Int32) {
        var talk = Talk(manner: manner)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(client, &buffer, talk.room(upTo: buffer.count), 0)
            guard count > 0 else { return }
            let bytes = Array(buffer.prefix(count))
            state.withLock { $0.received += bytes }
            let answer = talk.answers(to: bytes)
            if !answer.isEmpty { _ = send(client, answer, answer.count, Int32(MSG_NOSIGNAL)) }
            if talk.isDead { return }
        }
    }

    /// One connection's worth of behaviour.
    private struct Talk {
        let manner: Manner
        var reader = EscPosReader()
        var total = 0
        var held: [EscPosCommand] = []
        var isEmpty = false
        var wasEmpty = false
        var questions = 0
        var lost = 0
        var isDead = false

        func room(upTo most: Int) -> Int {
            if case .dies(let after) = manner { return max(min(after - total, most), 1) }
            return most
        }

        mutating func answers(to bytes: [UInt8]) -> [UInt8] {
            total += bytes.count
            var answer: [UInt8] = []
            switch manner {
            case .silent: return []
            case .dies(let after): isDead = total >= after
            case .runsOut(let after, _), .staysEmpty(let after):
                if total >= after, !wasEmpty {
                    isEmpty = true
                    wasEmpty = true
                    answer += [0x1C, 0x00, 0x0C, 0x0F]
                }
            case .healthy, .statusOnly, .losesAnswer: break
            }
            for command in reader.read(bytes) { answer += obey(command) }
            return answer
        }

        private mutating func obey(_ command: EscPosCommand) -> [UInt8] {
            switch command {
            case .realTimeStatus: return status()
            case .clearBuffers:
                if case .statusOnly = manner { return [] }
                held = []
                return [0x37, 0x25, 0x00]
            default:
                guard !isEmpty else {
                    held.append(command)
                    return []
                }
                return answer(to: command)
            }
        }

        private mutating func status() -> [UInt8] {
            guard isEmpty else { return [0x12] }
            questions += 1
            guard case .runsOut(_, let enough) = manner, questions >= enough else { return [0x32] }
            isEmpty = false
            let waiting = held
            held = []
            return [0x12, 0x14, 0x00, 0x00, 0x0F] + waiting.flatMap { answer(to: $0) }
        }

        private mutating func answer(to command: EscPosCommand) -> [UInt8] {
            guard case .processID(let mark) = command else { return [] }
            if case .statusOnly = manner { return [] }
            if case .losesAnswer = manner, mark.first == UInt8(ascii: "J"), lost == 0 {
                lost = 1
                return []
            }
            return [0x37, 0x22] + mark + [0x00]
        }
    }
}
