// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import TillAPI

/// The key that makes a write happen once.
struct KeyOptions: ParsableArguments {
    @Option(
        help: "A name for this request: the same key never does it twice. A new one if not given.")
    var idempotencyKey: String?

    func validate() throws {
        guard let idempotencyKey else { return }
        do throws(Problem) {
            _ = try IdempotencyKey(idempotencyKey)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The key that was given, or a new one.
    func key() throws(Problem) -> IdempotencyKey {
        guard let idempotencyKey else { return try Self.fresh() }
        return try IdempotencyKey(idempotencyKey)
    }

    /// A key that nobody has used.
    static func fresh() throws(Problem) -> IdempotencyKey {
        try IdempotencyKey(UUID().uuidString)
    }
}
