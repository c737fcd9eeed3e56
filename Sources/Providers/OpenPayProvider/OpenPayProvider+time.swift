// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import ProviderKit
import Signing
package import TillCore

extension OpenPayProvider {
    /// The `created` of a reply's signature, which covers the signature of the request: whoever
    /// has our nonce in it signed after we asked.
    package func signedTime(of reply: ProviderReply) -> Timestamp? {
        // What cannot be proven proves nothing, whatever the reason.
        guard let created = try? gateway.signature(of: reply).created,
            OpenPayGateway.knownSeconds.contains(created)
        else { return nil }
        return Timestamp(milliseconds: created * 1000)
    }

    /// Asks with `GET /time`. What counts is the signature's time, which a refusal has as well.
    package func askTime() throws(ProviderError) -> Exchange<Timestamp>? {
        let call = OpenPayCall.get("/time")
        return .send(
            make: { moment throws(ProviderError) in try gateway.request(call, at: moment) },
            read: { reply, _ throws(ProviderError) in
                guard let time = signedTime(of: reply) else {
                    throw .forged("http status \(reply.head.status.code), no time that is signed")
                }
                return .answered(time)
            })
    }
}

extension OpenPayGateway {
    /// Times that a signature can name, in seconds since 1970: the years 1970 to 9999.
    static let knownSeconds: ClosedRange<Int64> = 0...253_402_300_799
}
