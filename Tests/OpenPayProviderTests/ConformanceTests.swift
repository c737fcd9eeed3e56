// SPDX-License-Identifier: Apache-2.0

import ProviderConformance
import Signing
import Testing

@Suite struct `OpenPay conforms` {
    @Test(arguments: ConformanceCheck.allCases)
    func `with a key of its own`(check: ConformanceCheck) throws {
        let subject = Platform()

        try check.run(on: subject)
    }

    @Test(arguments: ConformanceCheck.allCases)
    func `with a shared secret`(check: ConformanceCheck) throws {
        let subject = Platform(algorithm: .hmac)

        try check.run(on: subject)
    }
}
