// SPDX-License-Identifier: Apache-2.0

package import TillAPI

/// Why no sale is opened now. What is open goes on.
package struct SaleRefusal: Error, Sendable, Hashable {
    /// The reason as one word.
    package enum Reason: Sendable, Hashable, CaseIterable {
        /// The clock cannot be believed.
        case clock
        /// The ledger's disk failed again and again.
        case storage
        /// The ledger's disk is nearly full.
        case disk
        /// The terminal is being taken out of service.
        case draining
    }

    /// The reason as one word.
    package let reason: Reason
    /// What is wrong and what to do, for people; lower case, no full stop.
    package let detail: String

    /// States both.
    package init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// The code of the problem that a sale gets.
    var code: ProblemCode {
        switch reason {
        case .clock: .clockImplausible
        case .storage: .outOfOrder
        case .disk: .diskLow
        case .draining: .draining
        }
    }

    /// The problem that a sale gets.
    package var problem: Problem { Problem(code, "no sale is opened: \(detail)") }
}
