// SPDX-License-Identifier: Apache-2.0

package import PaymentService
package import TillCore

/// An acquirer, its payers and the network in front of it, as the world plays them.
package protocol PlayedAcquirer: Transport {
    /// How the daemon speaks to it.
    var account: Account { get }

    /// Sets what is done when chance lets the daemon die while it waits for an answer.
    func crashes(_ action: @escaping @Sendable () -> Void)

    /// Lets the acquirer's world go on to now: late requests arrive, payers pay, codes expire.
    func advance() throws

    /// Takes the notifies that arrive at the daemon now.
    func arrivedNotifies() throws -> [ArrivedNotify]

    /// When something happens next by itself, in milliseconds of true time; nil if nothing will.
    func nextDue() throws -> Int64?

    /// What the acquirer holds for an attempt, in minor units.
    func held(_ reference: AttemptReference) throws -> Int64

    /// Whether the acquirer would still take money for an attempt.
    func isOpen(_ reference: AttemptReference) throws -> Bool

    /// When the first money of each paid attempt came, in milliseconds of true time.
    func paymentTimes() throws -> [AttemptReference: Int64]
}
