// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import TillCore

/// Signs requests and opens replies.
///
/// Source: OpenPay, section 1; RFC 9421; RFC 9530.
struct OpenPayGateway: Sendable {
    /// How long a signature of ours is valid, in seconds.
    static let signatureLife: Int64 = 300
    /// How far the time of a reply's signature may lie before or after ours, in seconds.
    static let freshness: Int64 = 300
    /// What `tag` says in every signature of the protocol.
    static let tag = "openpay"
    /// The longest reply that is read, in bytes, but for those of calls that say more.
    static let longestReply = 256 * 1024

    let settings: OpenPaySettings

    /// Puts a call and what its answer means together.
    func exchange<Answer: Sendable>(
        _ call: OpenPayCall,
        read: @escaping @Sendable (OpenPayAnswer) throws(ProviderError) -> Exchange<Answer>
    ) -> Exchange<Answer> {
        .send(
            make: { moment throws(ProviderError) in try request(call, at: moment) },
            read: { reply, moment throws(ProviderError) in
                try read(try open(reply, to: call, at: moment))
            })
    }

    /// Makes the signed request of a call.
    func request(_ call: OpenPayCall, at moment: Moment) throws(ProviderError) -> ProviderRequest {
        var head = HTTPRequest(
            method: call.method, scheme: settings.gateway.scheme,
            authority: settings.gateway.authority, path: settings.gateway.path + call.path)
        head.headerFields[.accept] = "\(call.accepts), application/problem+json"
        head.headerFields[.openPayMerchant] = settings.merchant
        var components: [SignatureComponent] = [.method, .targetURI]
        if !call.body.isEmpty {
            head.headerFields[.contentType] = "application/json"
            head.headerFields[.contentDigest] = ContentDigest.field(of: call.body)
            components.append(.field("content-digest"))
        }
        if let key = call.idempotencyKey {
            head.headerFields[.idempotencyKey] = key
            components.append(.field("idempotency-key"))
        }
        components.append(.field("openpay-merchant"))
        let created = moment.now.seconds
        let parameters = SignatureParameters(
            components: components, created: created, expires: created + Self.signatureLife,
            nonce: Base64.encodeURL(moment.nonce), keyID: settings.keyID,
            algorithm: settings.algorithm.rawValue, tag: Self.tag)
        do throws(SigningError) {
            try MessageSignature.sign(
                &head, with: settings.signingKey, algorithm: settings.algorithm,
                parameters: parameters)
        } catch {
            throw .misconfigured("a key that signs with \(settings.algorithm.rawValue): \(error)")
        }
        return ProviderRequest(
            head: head, body: call.body, isQuery: call.isQuery, replyLimit: call.replyLimit)
    }

    /// Proves a reply before anything of it is read.
    ///
    /// - Throws: ``ProviderError/forged(_:)`` for one that is not signed by the platform, about
    ///   another request, stale or changed; ``ProviderError/unreadable(_:)`` for one that is the
    ///   platform's and makes no sense.
    func open(_ reply: ProviderReply, to call: OpenPayCall, at moment: Moment)
        throws(ProviderError) -> OpenPayAnswer
    {
        let created = try proven(reply, at: moment)
        let status = reply.head.status.code
        let longest = (200...299).contains(status) ? call.longestReply : Self.longestReply
        guard reply.body.count <= longest else {
            throw .unreadable("\(reply.body.count) bytes; \(longest) are the most")
        }
        let problem: OpenPayProblem?
        switch status {
        case 200...299:
            problem = nil
        case 400...599:
            let message = try OpenPayMessages.read(
                OpenPayMessages.Problem.self, from: reply.body)
            problem = try OpenPayProblem(message, status: status, isQuery: call.isQuery)
        default:
            throw .unreadable("http status \(status)")
        }
        return OpenPayAnswer(
            body: reply.body, problem: problem,
            saidNoLaterThan: min(moment.now, Timestamp(milliseconds: created * 1000)))
    }

    /// Checks signature, freshness and digest over the bytes as they came.
    ///
    /// - Returns: When the platform signed, in seconds since 1970.
    private func proven(_ reply: ProviderReply, at moment: Moment) throws(ProviderError) -> Int64 {
        let status = reply.head.status.code
        let parameters = try signature(of: reply)
        do throws(SigningError) {
            let now = moment.now.seconds
            guard let created = parameters.created,
                created >= now - Self.freshness, created <= now + Self.freshness,
                parameters.expires.map({ $0 >= now }) ?? true
            else { throw .stale }
            guard let digest = reply.head.headerFields[.contentDigest] else { throw .missing("content-digest") }
            try ContentDigest.verify(digest, body: reply.body)
            return created
        } catch {
            throw .forged("http status \(status), \(error)")
        }
    }

    /// Checks that the platform signed a reply to the very request that it answers.
    func signature(of reply: ProviderReply) throws(ProviderError) -> SignatureParameters {
        let (label, key) = try namedKey(of: reply)
        do throws(SigningError) {
            return try MessageSignature.verify(
                reply.head, answering: reply.request.head, label: label, key: key.key,
                algorithm: key.algorithm,
                requiring: [
                    .status, .field("content-digest"),
                    SignatureComponent.field("signature").fromRequest,
                ])
        } catch {
            throw .forged("http status \(reply.head.status.code), \(error)")
        }
    }

    /// The signature of a reply that has to be proven, and the key of ours that it names.
    private func namedKey(of reply: ProviderReply) throws(ProviderError)
        -> (label: String, key: PlatformKey)
    {
        let status = reply.head.status.code
        let ours: [(label: String, parameters: SignatureParameters)]
        do throws(SigningError) {
            ours = try MessageSignature.parameters(in: reply.head.headerFields)
                .filter { $0.parameters.tag == Self.tag }
        } catch {
            throw .forged("http status \(status), \(error)")
        }
        // The newest key first: while two are in use, the platform may sign with both.
        for key in settings.platformKeys.reversed() {
            guard let signature = ours.first(where: { $0.parameters.keyID == key.id }) else {
                continue
            }
            return (signature.label, key)
        }
        guard let strange = ours.compactMap(\.parameters.keyID).first else {
            throw .forged("http status \(status), \(SigningError.notSigned)")
        }
        let known = settings.platformKeys.map(\.id).joined(separator: ", ")
        throw .forged(
            "http status \(status), signed by key \(OpenPayName.shown(strange, longest: 64)), which is not among \(known): fetch the platform's new key, prove it, and name it as next_platform_key"
        )
    }
}

extension HTTPField.Name {
    /// `Idempotency-Key`.
    static let idempotencyKey = named("Idempotency-Key")
    /// `OpenPay-Merchant`.
    static let openPayMerchant = named("OpenPay-Merchant")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else {
            preconditionFailure("\(text) is no field name")
        }
        return name
    }
}

extension Timestamp {
    /// Whole seconds since 1970, rounded down.
    var seconds: Int64 {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        return rest < 0 ? seconds - 1 : seconds
    }
}
