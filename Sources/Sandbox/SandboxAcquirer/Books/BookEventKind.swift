// SPDX-License-Identifier: Apache-2.0

/// What is going to happen to a payment by itself.
enum BookEventKind: String, Sendable {
    /// The payer opens the code.
    case scan
    case pay
    case decline
    case expire
    /// Money arrives although the payment is closed.
    case land
    /// A second payment for the same order number is paid.
    case twin
    case refundDone
    case refundFailed
    /// All the money goes back at the platform's own console.
    case console
}
