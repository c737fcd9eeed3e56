// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension JournalEntry {
    /// What an order becomes by this entry; the same as it became when the entry was written.
    ///
    /// - Parameter order: the order before it; nil before it was opened.
    /// - Throws: ``TillCore/OrderError`` for a command that makes no sense: then the journal is not
    ///   what was written.
    package func replayed(onto order: Order?, on occasion: Occasion) throws -> Order? {
        switch self {
        case .opened(let draft): Order.opening(draft, on: occasion).order
        case .accepted(let command): try order?.accepting(command, on: occasion).order
        case .recorded(let fact): order?.recording(fact, on: occasion).order
        case .started, .restored, .unbelieved, .stray, .settledStray, .compared, .queueHeld,
            .queueReleased, .queueFlushed, .drainingBegun, .drainingEnded, .clockStepped,
            .timeCaughtUp:
            order
        }
    }
}
