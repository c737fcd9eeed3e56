// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How lines of the log are written.
struct LogStyle: Sendable, Hashable {
    /// What a line is.
    let format: LogFormat
    /// Whether the journal of systemd reads the lines: it knows the time, and wants to know how much a line matters.
    let isJournal: Bool

    init(_ format: LogFormat, isJournal: Bool) {
        self.format = format
        self.isJournal = isJournal
    }

    /// Looks whether it is the journal that a descriptor leads to.
    ///
    /// Source: systemd.exec(5) of systemd 252, `$JOURNAL_STREAM`: device and inode of the socket that the journal reads;
    /// proc(5), `/proc/self/fd`, which calls a socket by its inode.
    init(_ format: LogFormat, environment: [String: String], descriptor: Int32) {
        let parts = (environment["JOURNAL_STREAM"] ?? "").split(separator: ":")
        var name = [UInt8](repeating: 0, count: 64)
        let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
        let place = String(decoding: name.prefix(max(0, count)), as: UTF8.self)
        self.init(format, isJournal: parts.count == 2 && place == "socket:[\(parts[1])]")
    }
}
