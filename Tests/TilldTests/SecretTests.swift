// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import tilld

@Suite struct `Secrets` {
    private static let lines = [
        "-----BEGIN PRIVATE KEY-----", Configuration.secret, "-----END PRIVATE KEY-----",
    ]

    @Test func `are told in no message, wherever a fault is`() throws {
        let configuration = try Configuration()
        // Short of what a token needs, broken as a key, and in files that others may read.
        for (name, text) in [
            ("api-token", Configuration.secret), ("keys/openpay.pem", Self.lines.joined(separator: "\n")),
            ("keys/openpay-webhook-secret", "whsec_\(Configuration.secret)!"),
        ] { try configuration.write(name, text) }
        let text = Configuration.good([
            ("gateway:", "    gateway: ftp://pay.example\n    webhook_secret_file: keys/openpay-webhook-secret")
        ])

        var sentences = configuration.faults(text)
        try configuration.write("api-token", "\(Configuration.secret)\(Configuration.secret)")
        sentences += configuration.partFaults(text)

        #expect(sentences.count >= 4)
        for key in ["api.token_file", "private_key_file", "webhook_secret_file", "gateway"] {
            #expect(sentences.contains { $0.contains(key) }, "\(key)")
        }
        #expect(!sentences.contains { $0.contains(Configuration.secret) })
    }

    @Test(arguments: ["token_file:", "private_key_file:", "platform_key_file:"])
    func `written in place of a file's name are not told either`(_ key: String) throws {
        let configuration = try Configuration()
        let quoted = "\"\(Self.lines.joined(separator: "\\n"))\""
        for value in [Configuration.secret, quoted] {
            let faults = configuration.faults(
                Configuration.good(
                    [(key, "    \(key) \(value)")].map {
                        // The API's keys stand two spaces in, an account's four.
                        key == "token_file:" ? ($0.0, "  \(key) \(value)") : $0
                    }))

            #expect(faults.count == 1)
            #expect(faults.first?.contains(key) == true)
            #expect(faults.first?.contains(Configuration.secret) == false)
        }
    }

    @Test func `may end with a line break, as editors leave it`() throws {
        let configuration = try Configuration()
        try configuration.write("api-token", "  \(String(repeating: "t", count: 32))\r\n\n")

        let settings = try configuration.read(Configuration.good)

        #expect(settings.api.token == String(repeating: "t", count: 32))
    }

    @Test func `have a size that makes sense`() throws {
        let configuration = try Configuration()
        try configuration.write("api-token", String(repeating: "t", count: 65_537))

        let faults = configuration.faults(Configuration.good)

        #expect(faults.count == 1)
        #expect(faults.first?.contains("api.token_file") == true)
    }
}
