// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// The kinds of slips, by which several printers share them.
package enum SlipKind: String, Sendable, Hashable, CaseIterable {
    /// The one original of a sale.
    case sale
    /// A further slip of a sale.
    case copy
    /// Money that went back.
    case refund
    /// A payment code.
    case code
    /// The figures of a day, which somebody asks for: they never stand in the queue.
    case day

    /// The kind of a slip that an order has.
    package init(_ kind: Receipt.Kind) {
        self =
            switch kind {
            case .sale: .sale
            case .copy: .copy
            case .refund: .refund
            case .code: .code
            }
    }

    /// True of rows of the outbox that are slips of some kinds; nil is all of them.
    static func condition(_ kinds: Set<SlipKind>?) -> String {
        guard let kinds else { return "true" }
        // A row whose slip this program does not know goes where sales go.
        let words = kinds.map(\.rawValue).sorted().map { "'\($0)'" }.joined(separator: ", ")
        return "coalesce(slip, 'sale') IN (\(words))"
    }
}
