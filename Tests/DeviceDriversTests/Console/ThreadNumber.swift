// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The kernel's numbers of threads.
enum ThreadNumber {
    /// That of the calling thread.
    static var current: pid_t {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = readlink("/proc/thread-self", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        return path.split(separator: "/").last.flatMap { pid_t($0) } ?? -1
    }

    /// Whether there is such a thread in this process.
    static func isAlive(_ number: pid_t) -> Bool { access("/proc/self/task/\(number)", F_OK) == 0 }
}
