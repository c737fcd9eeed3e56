// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization

/// SIGUSR1 for release and SIGUSR2 for acquisition, on queues of their own.
package final class KernelSignals: ConsoleSignals {
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Listens to nothing yet.
    package init() {}

    /// The two signals, for the kernel.
    package var switching: ConsoleSwitching { .byOwner(release: SIGUSR1, acquire: SIGUSR2) }

    /// Listens when it returns.
    package func begin(release: @escaping @Sendable () -> Void, acquire: @escaping @Sendable () -> Void) {
        sources.withLock { sources in
            for source in sources { source.cancel() }
            sources = [Self.source(of: SIGUSR1, release), Self.source(of: SIGUSR2, acquire)]
        }
    }

    /// Listens no more.
    package func end() {
        sources.withLock { sources in
            guard !sources.isEmpty else { return }
            for source in sources { source.cancel() }
            sources = []
            // One that is still on its way must not end the process.
            signal(SIGUSR1, SIG_IGN)
            signal(SIGUSR2, SIG_IGN)
        }
    }

    /// Listens to one signal, and returns when it is certain to be heard.
    private static func source(of number: Int32, _ call: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        // A queue each: a call that waits must not keep the other signal from being listened to.
        let queue = DispatchQueue(label: "tilld.console.\(number)")
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        let listening = DispatchSemaphore(value: 0)
        source.setRegistrationHandler(handler: { listening.signal() })
        source.setEventHandler(handler: call)
        source.activate()
        listening.wait()
        return source
    }
}
