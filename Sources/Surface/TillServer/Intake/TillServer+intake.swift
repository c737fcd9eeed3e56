// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

extension TillServer {
    /// Lets a request through that wants a new code.
    ///
    /// - Returns: What an earlier request of the same key brought, if the gate is shut and there was
    ///   one: it asks for nothing new. Nil if the gate is open.
    /// - Throws: The `Problem` of what stands in the way.
    func pass(_ key: TillStore.IdempotencyKey) async throws -> Order? {
        guard let refusal = gate.refusals.first else { return nil }
        guard let order = try await ledger.order(of: key) else { throw refusal.problem }
        return order
    }
}
