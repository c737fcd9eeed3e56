// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
import ProviderKit
import Signing
import TillCore

/// The till that the foreign bytes come to: one account, one sale, one refund, one moment.
enum Till {
    static let now = Timestamp(milliseconds: 1_767_225_600_000)
    static let order = "01KDV4Y3ZQ8X5T2M7N6P9R0SVW"
    static let refundNumber = "01KDV5B7C9D1E3F5G7H9J1K3MN"
    static let platformKeyID = "platform_1"
    /// What both sides share, here for both directions; the quickest of the algorithms.
    static let secret = Array("an agreed secret that nobody knows".utf8)
    static let webhookSecret = Array("a secret for notifies, which nobody knows".utf8)

    static let moment = Moment(now: now, nonce: [UInt8](repeating: 1, count: 16))

    static let attempt = PaymentAttempt(
        reference: AttemptReference(order), account: "main", amount: Money(minorUnits: 1250, .cny),
        subject: "Tea", expiresAt: now + .seconds(300))

    static let refund = Refund(
        id: RefundID(refundNumber),
        transaction: TransactionKey(account: "main", acquirerReference: "pay_7"),
        attempt: attempt.reference, amount: Money(minorUnits: 1250, .cny), reason: .asked, note: "")

    static let provider: any PaymentProvider = {
        do throws(ProviderSettingsError) {
            let text = Base64.encode(secret)
            return OpenPayProvider(
                settings: try OpenPaySettings(
                    merchant: "M-42", key: "key_1", algorithm: SignatureAlgorithm.hmac.rawValue, privateKey: text,
                    platformKeyID: platformKeyID, platformAlgorithm: SignatureAlgorithm.hmac.rawValue,
                    platformKey: text, webhookSecrets: ["whsec_" + Base64.encode(webhookSecret)],
                    gateway: "https://pay.example/v1", terminal: "T-0001", fingerprint: "f00d", store: "Corner Tea",
                    notifyURL: "https://shop.example/notify/main", currency: "CNY"))
        } catch {
            preconditionFailure("the till's own settings: \(error)")
        }
    }()

    /// Answers a request as the platform does: signed, with the digest of the body.
    ///
    /// The signature base is put together by hand, which is quick, and no reading of RFC 9421 but this one.
    static func reply(_ status: Int, _ body: [UInt8], to request: ProviderRequest) throws(SigningError)
        -> ProviderReply
    {
        let digest = "sha-256=:\(Base64.encode(Digest.sha256(body))):"
        let parameters =
            "(\"@status\" \"content-digest\" \"signature\";req);created=\(now.milliseconds / 1000);keyid=\"\(platformKeyID)\";tag=\"openpay\""
        let base = """
            "@status": \(status)
            "content-digest": \(digest)
            "signature";req: \(request.head.headerFields[.signature] ?? "")
            "@signature-params": \(parameters)
            """
        let signature = try SigningKey(secret: secret).sign(Array(base.utf8), with: .hmac)
        let head = HTTPResponse(
            status: .init(code: status),
            headerFields: [
                .contentDigest: digest, .signatureInput: "answer=\(parameters)",
                .signature: "answer=:\(Base64.encode(signature)):",
            ])
        return ProviderReply(head: head, body: body, request: request)
    }

    /// The beginning of a conversation: it is the same each time, and costs as much as all the rest.
    static func opening<Answer>(_ ask: () throws(ProviderError) -> Exchange<Answer>) -> Opening<Answer> {
        do throws(ProviderError) {
            guard case .send(let make, let read) = try ask() else { preconditionFailure("nothing is asked") }
            return Opening(request: try make(moment), read: read)
        } catch {
            preconditionFailure("the till's own request: \(error)")
        }
    }

    /// A request that has been made, and what its reply means.
    struct Opening<Answer: Sendable>: Sendable {
        let request: ProviderRequest
        let read: @Sendable (ProviderReply, Moment) throws(ProviderError) -> Exchange<Answer>
    }

    static let creating = opening { () throws(ProviderError) in try provider.createPayment(for: attempt) }
    static let querying = opening { () throws(ProviderError) in try provider.queryPayment(of: attempt) }
    static let closing = opening { () throws(ProviderError) in try provider.closePayment(of: attempt) }
    static let refunding = opening { () throws(ProviderError) in try provider.refund(refund, of: attempt) }
    static let queryingRefund = opening { () throws(ProviderError) in try provider.queryRefund(refund, of: attempt) }
    static let fetchingStatement = opening { () throws(ProviderError) in try provider.fetchStatement(of: day) }

    /// The day before the moment.
    static let day = CalendarDay(of: now).previous
}
