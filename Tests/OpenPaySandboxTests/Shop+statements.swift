// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
import ProviderKit
import Signing
import TillCore

extension Shop {
    /// Reads a body as if the platform had signed it.
    func read(statement body: [UInt8]) throws -> Statement {
        guard case .send(let make, let read) = try provider().fetchStatement(of: Shop.today) else {
            throw ProviderError.noReply("nothing is asked")
        }
        let request = try make(moment())
        var head = HTTPResponse(
            status: .ok, headerFields: [.contentDigest: ContentDigest.field(of: body)])
        try MessageSignature.sign(
            &head, answering: request.head, with: platform, algorithm: .ed25519,
            parameters: SignatureParameters(
                components: [
                    .status, .field("content-digest"),
                    SignatureComponent.field("signature").fromRequest,
                ], created: now / 1000, keyID: "platform_1", algorithm: "ed25519", tag: "openpay"))
        let reply = ProviderReply(head: head, body: body, request: request)
        guard case .answered(.statement(let statement)) = try read(reply, moment()) else {
            throw ProviderError.noReply("no statement")
        }
        return statement
    }
}
