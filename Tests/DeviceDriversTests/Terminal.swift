// SPDX-License-Identifier: Apache-2.0

import Dispatch
import EscPos
import Glibc
import Synchronization

/// A pseudo terminal whose far end plays the printer behind a device node.
final class Terminal: Sendable {
    let path: String
    private let master: Int32
    private let slave: Int32
    private let received = Mutex<[UInt8]>([])
    private let done = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "terminal")

    struct Failure: Error {}

    init() throws {
        var master: Int32 = 0
        var slave: Int32 = 0
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, nil) == 0 else { throw Failure() }
        var mode = termios()
        tcgetattr(slave, &mode)
        cfmakeraw(&mode)
        tcsetattr(slave, TCSANOW, &mode)
        self.master = master
        self.slave = slave
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        close(master)
        close(slave)
    }

    /// Starts answering fences and clearing, until so many bytes have come, and then hangs up.
    func play(until limit: Int = .max) {
        queue.async { [self] in
            var reader = EscPosReader()
            var buffer = [UInt8](repeating: 0, count: 1024)
            var total = 0
            while total < limit {
                let count = read(master, &buffer, buffer.count)
                guard count > 0 else { break }
                total += count
                let bytes = Array(buffer.prefix(count))
                received.withLock { $0 += bytes }
                for command in reader.read(bytes) {
                    let answer: [UInt8] =
                        switch command {
                        case .processID(let mark): [0x37, 0x22] + mark + [0]
                        case .clearBuffers: [0x37, 0x25, 0]
                        case .realTimeStatus: [0x12]
                        default: []
                        }
                    if !answer.isEmpty { _ = write(master, answer, answer.count) }
                }
            }
        }
    }

    /// Everything that came in but questions: they may stand between any two commands.
    var bytes: [UInt8] {
        received.withLock { Array($0.split(separator: EscPosQuery.realTime(.offline)).joined()) }
    }
}
