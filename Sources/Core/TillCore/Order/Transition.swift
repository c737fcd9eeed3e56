// SPDX-License-Identifier: Apache-2.0

/// What a command or a fact makes of an order: the order after it, and how its work changes.
///
/// Only TillCore can make one, so the store cannot save a change that nobody decided.
public struct Transition: Sendable, Hashable {
    /// The order as it stands now.
    public let order: Order
    /// Work that is owed from now on; each becomes a row of the outbox.
    public let begins: [Effect]
    /// Work that is not owed any more; its row goes.
    public let ends: [Effect]

    /// Whether nothing changed, and nothing has to be written.
    public let isEmpty: Bool

    /// Compares an order before and after.
    init(from before: Order?, to after: Order) {
        var after = after
        isEmpty = before == after
        if !isEmpty { after.version += 1 }
        order = after
        let owed = before?.effects ?? []
        let owing = after.effects
        begins = owing.filter { !owed.contains($0) }
        ends = owed.filter { !owing.contains($0) }
    }
}
