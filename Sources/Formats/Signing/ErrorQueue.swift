// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// The error queue that libcrypto keeps for the running thread.
enum ErrorQueue {
    /// Empties the queue and gives its last entry as text.
    static func drain() -> String {
        let code = ERR_peek_last_error()
        ERR_clear_error()
        guard code != 0 else { return "no reason given" }
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(code, &text, text.count)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Runs one piece of work and leaves the queue empty behind it, so that no later call reads an old error.
    static func cleared<Answer, Failure: Error>(_ work: () throws(Failure) -> Answer) throws(Failure) -> Answer {
        defer { ERR_clear_error() }
        return try work()
    }
}
