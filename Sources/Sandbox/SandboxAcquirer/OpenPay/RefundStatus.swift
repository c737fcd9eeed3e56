// SPDX-License-Identifier: Apache-2.0

/// Where a refund stands: `pending → done | failed`.
package enum RefundStatus: String, Sendable, Hashable, CaseIterable {
    case pending
    case done
    case failed
}
