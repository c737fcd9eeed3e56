// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import SandboxAcquirer
import Synchronization

extension PlayedSandbox {
    /// Gives money of a payment back at the acquirer's own console: all that is left, or so many
    /// minor units.
    ///
    /// - Returns: whether it went; less may be left, or nothing.
    package func refundAtConsole(_ payment: String, _ amount: Int64?) throws -> Bool {
        let amount = amount.map { ",\"amount\":\($0)" } ?? ""
        let request = HTTPRequest(
            method: .post, scheme: "http", authority: Self.address, path: "/sandbox/refunds",
            headerFields: [.contentType: "application/json"])
        state.withLock { $0.bankDue = nil }
        let body = Array("{\"payment\":\"\(payment)\"\(amount)}".utf8)
        guard case .answer(let head, _, _) = bank.answer(request, body: body, from: "127.0.0.1", now: now)
        else { return false }
        return head.status.kind == .successful
    }
}
