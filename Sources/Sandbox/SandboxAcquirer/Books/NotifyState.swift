// SPDX-License-Identifier: Apache-2.0

/// Where a notify stands.
package enum NotifyState: String, Sendable, Hashable {
    /// It has a time at which it is sent, again or for the first time.
    case waiting
    /// The receiver answered 2xx.
    case done
    /// A script lost it.
    case lost
    /// Every try of the schedule failed.
    case givenUp = "given_up"
    /// The receiver had ended the endpoint with 410.
    case ended
}
