// SPDX-License-Identifier: Apache-2.0

/// A printer that answers only at once: if it stays well after the last byte, it has probably printed.
struct CalmFence: PrintFence {
    /// The conversation.
    let line: PrinterLine

    func greet(isInDoubt: Bool) async throws(DeviceError) { try await line.waitUntilOnline() }

    func confirm(within limit: Duration) async throws(DeviceError) -> PrintResult {
        try await line.stayCalm()
        return .unconfirmed
    }
}
