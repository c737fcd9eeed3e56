// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing

extension FuzzTarget {
    /// A notify as it comes off the net: fields and body, signed by whoever.
    static let notify = FuzzTarget(
        "notify",
        words: [
            "webhook-id: ", "webhook-timestamp: ", "webhook-signature: ", "v1,", "v1a,", "msg_1", "1767225600", "\n\n",
        ]
    ) { input in
        let message = HeadAndBody(input)
        let notify = Notify(
            head: HTTPRequest(
                method: .post, scheme: "https", authority: "shop.example", path: "/notify/main",
                headerFields: message.fields), body: message.body)
        do throws(ProviderError) {
            let reading = try Till.provider.readNotify(notify, at: Till.moment)
            // The only body that was ever signed with this secret is the one of the corpus.
            guard reading.id == "msg_1", genuineBodies.contains(Digest.sha256(message.body)) else {
                return .broken("a notify was believed that nobody signed")
            }
            return .read
        } catch {
            if case .unreadable = error {
                return .broken("a notify was read before it was proven: \(error)")
            }
            return .of(Sentence.fault(of: "\(error)"), otherwise: .refused)
        }
    }

    /// The digests of what the corpus holds with a good signature.
    private static let genuineBodies: Set<[UInt8]> = [
        Digest.sha256(Array(#"{"type":"payment.paid","data":\#(paidPayment)}"#.utf8))
    ]

    /// A payment as the platform says it.
    static let paidPayment =
        #"{"id":"pay_7","order_no":"\#(Till.order)","status":"paid","amount":{"currency":"CNY","value":1250},"paid_amount":{"currency":"CNY","value":1250},"paid_at":"2026-01-01T07:59:58.5+08:00"}"#
}
