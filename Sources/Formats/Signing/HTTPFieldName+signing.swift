// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes

extension HTTPField.Name {
    /// `Signature-Input`. Source: RFC 9421, section 4.1.
    package static let signatureInput = named("Signature-Input")
    /// `Signature`. Source: RFC 9421, section 4.2.
    package static let signature = named("Signature")
    /// `Content-Digest`. Source: RFC 9530, section 2.
    package static let contentDigest = named("Content-Digest")
    /// `webhook-id`. Source: Standard Webhooks, webhook headers.
    package static let webhookID = named("webhook-id")
    /// `webhook-timestamp`. Source: Standard Webhooks, webhook headers.
    package static let webhookTimestamp = named("webhook-timestamp")
    /// `webhook-signature`. Source: Standard Webhooks, webhook headers.
    package static let webhookSignature = named("webhook-signature")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}
