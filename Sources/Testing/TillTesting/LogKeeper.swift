// SPDX-License-Identifier: Apache-2.0

package import Logging
import Synchronization

/// Keeps what is logged, so that a test can read it.
package final class LogKeeper: Sendable {
    /// One line.
    package struct Line: Sendable {
        /// How much it matters.
        package let level: Logger.Level
        /// What it says.
        package let message: String
        /// What belongs to it.
        package let metadata: [String: String]
    }

    private let kept = Mutex<[Line]>([])

    /// Keeps nothing yet.
    package init() {}

    /// What was logged, the oldest first.
    package var lines: [Line] { kept.withLock { $0 } }

    /// A logger that this keeps the lines of, down to the finest.
    package var logger: Logger { Logger(label: "kept") { _ in Handler(keeper: self) } }

    private struct Handler: LogHandler {
        let keeper: LogKeeper
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        var logLevel = Logger.Level.trace

        init(keeper: LogKeeper) { self.keeper = keeper }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            let line = Line(
                level: event.level, message: "\(event.message)", metadata: all.mapValues { "\($0)" })
            keeper.kept.withLock { $0.append(line) }
        }
    }
}
