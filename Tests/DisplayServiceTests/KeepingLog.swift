// SPDX-License-Identifier: Apache-2.0

import Logging

/// Tells a test of each line of the log.
struct KeepingLog: LogHandler {
    let tell: AsyncStream<String>.Continuation
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.error

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { tell.yield("\(event.message)") }
}
