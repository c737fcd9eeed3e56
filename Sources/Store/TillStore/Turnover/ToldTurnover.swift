// SPDX-License-Identifier: Apache-2.0

/// An item, and the row of the journal that added it.
struct ToldTurnover {
    let seq: Int64
    let item: TurnoverItem
}
