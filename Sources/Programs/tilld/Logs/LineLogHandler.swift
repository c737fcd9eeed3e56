// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import TillCore

/// Writes the log, a line at a time.
struct LineLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let style: LogStyle
    private let wall: @Sendable () -> Timestamp
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameters:
    ///   - wall: what stands at the beginning of lines.
    ///   - write: takes one line with its end.
    init(
        style: LogStyle, wall: @escaping @Sendable () -> Timestamp,
        write: @escaping @Sendable ([UInt8]) -> Void = LineLogHandler.toStandardError
    ) {
        self.style = style
        self.wall = wall
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { _, new in new }
        all.merge(event.metadata ?? [:]) { _, new in new }
        if let error = event.error { all["error"] = "\(error)" }
        let line = LogLine(at: wall(), level: event.level, message: "\(event.message)", metadata: all)
        write(Array("\(line.text(style))\n".utf8))
    }

    /// In one call, so that the lines of several threads stay apart; a log that nobody reads any more is no fault.
    @Sendable static func toStandardError(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
