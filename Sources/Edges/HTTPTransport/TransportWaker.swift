// SPDX-License-Identifier: Apache-2.0
import CCurl

/// Ends the sleep of a multi handle.
struct TransportWaker: Sendable {
    // curl_multi_wakeup, the only use, is the one call on a multi handle that every thread may make.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    /// Names the handle, which has to outlive this value.
    init(_ multi: UnsafeMutableRawPointer) {
        self.multi = multi
    }

    /// Wakes the thread that sleeps, or that is about to.
    func wake() {
        curl_multi_wakeup(multi)
    }
}
