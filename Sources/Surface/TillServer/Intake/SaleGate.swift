// SPDX-License-Identifier: Apache-2.0

package import TillAPI

/// Whether sales are opened: asked before each new sale and each new code.
///
/// Each part of the daemon that can stand in the way hands in a rule. A rule is asked each time, so
/// that sales go on by themselves as soon as nothing stands in their way.
package struct SaleGate: Sendable {
    /// Says why no sale is opened now; nil if nothing is in the way. It must not wait.
    package typealias Rule = @Sendable () -> SaleRefusal?

    private let rules: [Rule]

    /// Puts a gate together; without rules it is always open.
    package init(_ rules: [Rule] = []) { self.rules = rules }

    /// Everything that stands in the way now.
    package var refusals: [SaleRefusal] { rules.compactMap { $0() } }

    /// Whether sales are opened now.
    package var isOpen: Bool { rules.allSatisfy { $0() == nil } }

    /// What health says of it.
    package var health: IntakeHealth {
        IntakeHealth(
            reasons: refusals.map { IntakeReason(code: $0.code.rawValue, detail: $0.detail) })
    }
}
