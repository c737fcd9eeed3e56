// SPDX-License-Identifier: Apache-2.0

import Evidence
import Signing
import Testing

@Suite struct `The key of a file of evidence` {
    /// Source: RFC 8037, appendix A.3.
    @Test func `has the thumbprint of the RFC`() throws {
        let bytes = try #require(Base64.decodeURL("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))

        let thumbprint = EvidenceKey(bytes).thumbprint

        #expect(thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }
}
