// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How often the ledger could not be used of late, over the ends of the process.
///
/// The count lies beside the API's socket and not beside the ledger: what is counted are failures of
/// the ledger's disk, and `/run` is memory that a new boot begins empty.
struct StorageFaults: Sendable {
    /// How to start after what happened of late.
    enum Advice: Sendable, Hashable {
        /// As usual.
        case normal
        /// Without new sales: what is open is followed.
        case careful
        /// Without the ledger: each try to use it ends the process.
        case handsOff
    }

    /// How long a failure counts, and how long the daemon is careful then.
    static let window: Duration = .seconds(300)
    /// Failures that are taken for bad luck.
    static let luckMax = 3
    /// Failures after which the ledger is left alone.
    static let careMax = 6
    /// What is read of the file at most, in bytes.
    private static let bytesMax = 4096

    private let path: String
    private let elapsed: @Sendable () -> Duration

    /// - Parameters:
    ///   - socket: the API's socket, beside which the count lies.
    ///   - elapsed: time since the machine was started.
    init(beside socket: String, elapsed: @escaping @Sendable () -> Duration) {
        path = "\(socket).faults"
        self.elapsed = elapsed
    }

    /// Notes a failure. That it cannot be noted is no further failure.
    func note() {
        // Few survive the window; a file that grew is begun anew.
        let isLong = stored().count > 64
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isLong ? O_TRUNC : O_APPEND)
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return }
        let line = Array("\(milliseconds)\n".utf8)
        write(descriptor, line, line.count)
        close(descriptor)
    }

    /// Failures within the window. What is in the future was noted before the machine was started.
    var recent: Int {
        let now = milliseconds
        let length = Self.window.components.seconds * 1000
        return stored().count { (0...length).contains(now - $0) }
    }

    /// How to start.
    var advice: Advice {
        switch recent {
        case ...Self.luckMax: .normal
        case ...Self.careMax: .careful
        default: .handsOff
        }
    }

    private var milliseconds: Int64 { Int64(elapsed() / .milliseconds(1)) }

    private func stored() -> [Int64] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: Self.bytesMax)
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return [] }
        return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").compactMap { Int64($0) }
    }
}
