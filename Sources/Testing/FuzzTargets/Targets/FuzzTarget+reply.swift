// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import TillCore

extension FuzzTarget {
    /// A reply as it comes off the net: status, fields and body, signed by whoever.
    static let reply = FuzzTarget(
        "reply",
        words: [
            "200", "404", "\"@status\"", "\"content-digest\"", "\"signature\";req", ";created=1767225600",
            ";keyid=\"platform_1\"", ";tag=\"openpay\"", ";alg=\"hmac-sha256\"", "sha-256=:", "sha-512=:", "answer=",
            "Signature: ", "Signature-Input: ", "Content-Digest: ", ";sf", ";bs", ";key=\"a\"", ";name=\"a\"", "\n\n",
            "\"@query-param\"", "\"@method\";req", "\"@target-uri\";req", "\"@signature-params\"", "();",
        ]
    ) { input in
        let message = HeadAndBody(input)
        guard let status = Int(message.line), (100...999).contains(status) else { return .refused }
        do throws(ProviderError) {
            let asked = Till.querying
            let head = HTTPResponse(status: .init(code: status), headerFields: message.fields)
            let reply = ProviderReply(head: head, body: message.body, request: asked.request)
            _ = try asked.read(reply, Till.moment)
            // The only reply that was ever signed for this request is the one of the corpus.
            let isGenuine = status == 200 && Digest.sha256(message.body) == genuineBody
            return isGenuine ? .read : .broken("a reply was believed that nobody signed")
        } catch {
            guard case .forged = error else { return .broken("a reply was read before it was proven: \(error)") }
            return .of(Sentence.fault(of: "\(error)"), otherwise: .refused)
        }
    }

    private static let genuineBody = Digest.sha256(Array(paidPayment.utf8))
}
