// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Writes down when tokens were used: once an hour if any was, and when the daemon ends.
package struct TokenKeeper: Service {
    private let book: TokenBook
    private let clock: any Clock<Duration>

    /// How often it looks.
    package static let pause: Duration = .seconds(3600)

    /// States whose tokens, and what its pauses go by.
    package init(book: TokenBook, clock: any Clock<Duration>) {
        self.book = book
        self.clock = clock
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Cancelled when the daemon stops, and that is no error.
                try? await clock.sleep(for: Self.pause)
                book.flush()
            }
        }
    }
}
