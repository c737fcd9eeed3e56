// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// A notify to be sent now, signed for this moment.
package struct NotifyDelivery: Sendable {
    /// What ``OpenPayBank/delivered(_:status:now:)`` wants to be told; the same for every try.
    package let id: String
    /// Where it goes, as the merchant wrote it.
    package let url: String
    /// The request's head.
    package let request: HTTPRequest
    /// The request's body, JSON.
    package let body: [UInt8]
    /// Which try this is, from 1.
    package let attempt: Int64
}
