// SPDX-License-Identifier: Apache-2.0

/// A printer that says nothing: all that is known is that the bytes have left.
struct BlindFence: PrintFence {
    /// The conversation.
    let line: PrinterLine

    func greet(isInDoubt: Bool) async throws(DeviceError) {}

    func confirm(within limit: Duration) async throws(DeviceError) -> PrintResult {
        try await line.drain()
        return .unconfirmed
    }
}
