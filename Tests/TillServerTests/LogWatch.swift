// SPDX-License-Identifier: Apache-2.0

import Logging

/// Hears what a listener logs, so that a test knows that it listens.
struct LogWatch: Sendable {
    private let lines: AsyncStream<String>
    private let writing: AsyncStream<String>.Continuation

    init() { (lines, writing) = AsyncStream.makeStream(of: String.self) }

    /// A logger that this hears.
    var logger: Logger {
        Logger(label: "test") { _ in Handler(writing: writing) }
    }

    /// The next line that begins so; nil if the listener ended first.
    func line(beginning start: String) async -> String? {
        for await line in lines where line.hasPrefix(start) { return line }
        return nil
    }

    /// Says that nothing more will be logged.
    func end() { writing.finish() }

    private struct Handler: LogHandler {
        let writing: AsyncStream<String>.Continuation
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        /// Everything, even where a listener hushes its server: it says on which port it listens.
        var logLevel: Logger.Level {
            get { .trace }
            set {}
        }

        init(writing: AsyncStream<String>.Continuation) { self.writing = writing }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { writing.yield("\(event.message)") }
    }
}
