// SPDX-License-Identifier: Apache-2.0

public import TillCore

extension PaymentProvider {
    /// An acquirer whose replies prove no time.
    public func signedTime(of reply: ProviderReply) -> Timestamp? { nil }

    /// An acquirer that cannot be asked for its time.
    public func askTime() throws(ProviderError) -> Exchange<Timestamp>? { nil }
}
