// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc

/// Takes Ctrl-C away from the system while a sale is followed.
struct Interrupts {
    private let source: any DispatchSourceSignal

    /// Calls back for every Ctrl-C.
    init(_ action: @escaping @Sendable () -> Void) {
        // The source sees the signal only if it does not end the program first.
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler(handler: action)
        source.resume()
    }

    /// Gives Ctrl-C back.
    func stop() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
