// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A thread of its own for what blocks: the listener that it waits for needs the threads that tests
/// run on, and its ledger those of Dispatch.
enum BlockingThread {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try work() }) }.start()
        }
    }
}
