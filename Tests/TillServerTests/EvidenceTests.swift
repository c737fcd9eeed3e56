// SPDX-License-Identifier: Apache-2.0

import Evidence
import ForeignJudges
import Foundation
import Testing
import TillAPI
import TillCore
import TillServer
import TillStore
import TillTesting

@Suite struct `Evidence of an order` {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// What a judge is handed: the file, and the key that the terminal showed.
    private struct Exhibit {
        let folder: TemporaryFolder
        let file: URL
        let pem: URL
        let bytes: [UInt8]
        let key: TerminalKey
        let order: Order

        /// A sale that was told of by notify and printed, with a restart's worth of strangers around it.
        init() async throws {
            let folder = try TemporaryFolder()
            let key = try TerminalKey.readOrMake(folder.url.appending(path: "ledger.key").path)
            var surroundings = Shop.Surroundings()
            surroundings.seal = TillServer.Seal(key: key, program: "test")
            let told = Told()
            try await Shop.open(.socket, surroundings) { shop in
                let order = try await shop.order(.presented).order
                _ = try await shop.order(.paid)
                let payment = Payment(acquirerReference: "tx_9", amount: order.amount)
                try await shop.ledger.receive(
                    ReceivedNotify(
                        account: "main", id: "n1", raw: Array("the acquirer's own words".utf8),
                        word: .payment(order.attempts[0].reference, .paid(payment))))
                let reply = try await shop.send(.get("/v1/orders/\(order.id)/evidence"))
                #expect(reply.status == 200, "\(reply.text)")
                #expect(reply.mediaType == "application/jose+json")
                told.set(reply.body, try await shop.ledger.order(order.id))
            }
            let (bytes, order) = try #require(told.value)
            self.folder = folder
            self.key = key
            self.bytes = bytes
            self.order = order
            file = try folder.file("evidence.json", bytes)
            pem = try folder.file("key.pem", Array(key.publicPEM.utf8))
        }
    }

    @Test func `is verified by joserfc, and its chain by a program of nobody's`() async throws {
        let exhibit = try await Exhibit()

        let kind = try ForeignTool.python(
            Self.fixtures.appending(path: "judge_jws.py"), [exhibit.file.path, exhibit.pem.path])
        let chain = try ForeignTool.python(Self.fixtures.appending(path: "judge_chain.py"), [exhibit.file.path])

        let found = try #require(try JSONSerialization.jsonObject(with: chain) as? [String: Any])
        #expect(String(decoding: kind, as: UTF8.self) == "tilld-evidence\n")
        #expect(found["rows"] as? Int == 4)
        #expect(found["good"] as? Int == 4)
        #expect(found["pairs"] as? Int == 2)
        #expect(found["linked"] as? Int == 2)
        #expect(found["head"] as? Bool == true)
        #expect(found["order"] as? String == exhibit.order.id.text)
        #expect(found["notifies"] as? [String] == ["the acquirer's own words"])
        #expect((found["last"] as? String)?.hasPrefix("Now it is paid: 12.50 CNY are kept.") == true)
    }

    @Test func `is verified by openssl`() async throws {
        let exhibit = try await Exhibit()
        let file = try #require(EvidenceFile(exhibit.bytes))
        let members = try JSONSerialization.jsonObject(with: Data(exhibit.bytes)) as? [String: String]
        let message = try exhibit.folder.file(
            "message", Array("\(members?["protected"] ?? "").\(members?["payload"] ?? "")".utf8))
        let signature = try exhibit.folder.file("signature", file.signature)

        let said = try ForeignTool.run(
            "openssl",
            [
                "pkeyutl", "-verify", "-pubin", "-inkey", exhibit.pem.path, "-rawin", "-in", message.path, "-sigfile",
                signature.path,
            ])

        #expect(String(decoding: said, as: UTF8.self).contains("Verified Successfully"))
    }

    @Test(arguments: ["payload", "protected", "signature"])
    func `with a changed byte is refused by joserfc too`(member: String) async throws {
        let exhibit = try await Exhibit()
        var members = try #require(try JSONSerialization.jsonObject(with: Data(exhibit.bytes)) as? [String: String])
        let text = try #require(members[member])
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        members[member] = text.replacingCharacters(in: middle...middle, with: text[middle] == "A" ? "B" : "A")
        let forged = try exhibit.folder.file("forged.json", Array(JSONEncoder().encode(members)))

        #expect(throws: ForeignTool.Failure.self) {
            try ForeignTool.python(Self.fixtures.appending(path: "judge_jws.py"), [forged.path, exhibit.pem.path])
        }
    }

    @Test func `is good to our own judge, with the key that is known`() async throws {
        let exhibit = try await Exhibit()

        let verdict = EvidenceJudge.verdict(on: exhibit.bytes, known: .pem(exhibit.key.publicPEM))

        #expect(verdict.faults == [])
        #expect(verdict.findings.contains { $0.contains("1250 minor units of CNY, paid") })
    }

    @Test func `is not to be had from a terminal without a key, nor of no order`() async throws {
        try await Shop.open { shop in
            let order = try await shop.order(.paid).order

            let without = try await shop.send(.get("/v1/orders/\(order.id)/evidence"))
            let nobody = try await shop.send(.get("/v1/orders/X/explanation"))

            #expect(try without.problem().code == .unavailable)
            #expect(try nobody.problem().code == .noSuchOrder)
        }
    }
}

/// What came out of a shop that is closed by now.
private final class Told {
    private(set) var value: ([UInt8], Order)?

    func set(_ bytes: [UInt8], _ order: Order) { value = (bytes, order) }
}
