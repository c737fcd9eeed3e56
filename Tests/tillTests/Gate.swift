// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// Lets an answer wait for another request; it opens by itself after a while, so that a program
/// that never sends the request fails a test and does not stop it.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() {
        semaphore.signal()
    }

    func pass() {
        _ = semaphore.wait(timeout: .now() + .seconds(20))
        semaphore.signal()
    }
}
