// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A thread of its own for what blocks: other work needs the threads that tests run on.
package enum BlockingThread {
    /// Does the work there, and returns when it is done.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try work() }) }.start()
        }
    }
}
