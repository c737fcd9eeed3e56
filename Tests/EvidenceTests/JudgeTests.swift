// SPDX-License-Identifier: Apache-2.0

import Evidence
import JournalChain
import Signing
import Testing
import TillAPI

@Suite struct `A file of evidence` {
    @Test func `proves what it says, and whose key signed it`() throws {
        let desk = try Desk()
        let bytes = try desk.file().bytes()

        let plain = EvidenceJudge.verdict(on: bytes)
        let known = EvidenceJudge.verdict(on: bytes, known: .thumbprint(desk.key.thumbprint))
        let pem = EvidenceJudge.verdict(on: bytes, known: .pem(try desk.signer.verifyingKey.pem()))

        #expect(plain.faults == [])
        #expect(plain.findings.count == 7)
        #expect(plain.findings[1].hasPrefix("Whose key that is, it cannot prove"))
        #expect(known.findings[1] == "That is the key that was expected.")
        #expect(pem.findings == known.findings)
    }

    @Test func `of another key is not the expected one`() throws {
        let bytes = try Desk().file().bytes()
        let other = try Desk()

        let verdicts = [
            EvidenceJudge.verdict(on: bytes, known: .thumbprint(other.key.thumbprint)),
            EvidenceJudge.verdict(on: bytes, known: .pem(try other.signer.verifyingKey.pem())),
            EvidenceJudge.verdict(on: bytes, known: .pem("no key")),
        ]

        #expect(verdicts.allSatisfy { !$0.isGood })
    }

    @Test func `with any byte changed, lost or added proves nothing`() throws {
        let bytes = try Desk().file().bytes()
        var accepted: [Int] = []

        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            if EvidenceJudge.verdict(on: changed).isGood { accepted.append(place) }
        }
        let shorter = EvidenceJudge.verdict(on: Array(bytes.dropLast()))
        let longer = EvidenceJudge.verdict(on: bytes + [0x20])

        #expect(accepted == [])
        #expect(!shorter.isGood)
        #expect(!longer.isGood)
    }

    @Test(arguments: Forgery.all)
    func `that the terminal itself forged is found out`(_ forgery: Forgery) throws {
        let desk = try Desk()
        var payload = desk.payload
        forgery.forge(&payload)
        let file = try EvidenceFile(sealing: payload, key: desk.key) { try desk.signer.sign($0, with: .ed25519) }

        let verdict = EvidenceJudge.verdict(on: try file.bytes())

        #expect(verdict.faults.count == 1)
        #expect(verdict.faults.first?.contains(forgery.fault) == true, "\(verdict.faults)")
    }
}

/// Something that a dishonest owner of the key writes into a file before it is signed.
struct Forgery: Sendable, CustomTestStringConvertible {
    let fault: String
    let forge: @Sendable (inout EvidencePayload) -> Void

    var testDescription: String { fault }

    static let all = [
        Forgery(fault: "row 2: its content does not give its hash") { $0.rows[1].by = "bert" },
        Forgery(fault: "row 3: its content does not give its hash") { $0.rows[2].entry += " " },
        Forgery(fault: "row 2: its content does not give its hash") { $0.rows[1].wall += 1 },
        Forgery(fault: "row 2: its content does not give its hash") { $0.rows[1].status = "paid" },
        Forgery(fault: "row 2: its content does not give its hash") { $0.rows[1].before = "00" },
        Forgery(fault: "row 1: its content does not give its hash") { $0.rows[0].order = nil },
        Forgery(fault: "row 1: it does not come after row 2") { $0.rows.swapAt(0, 1) },
        Forgery(fault: "row 2: it does not come after row 2") { $0.rows.insert($0.rows[1], at: 1) },
        Forgery(fault: "row 2: it does not open order O1") { $0.rows.removeFirst() },
        Forgery(fault: "it has no rows") { $0.rows = [] },
        Forgery(fault: "row 3: it is not below the head") { $0.head.seq = 2 },
        Forgery(fault: "row 3: it is not below the head") { $0.head.chain = String(repeating: "0", count: 64) },
        Forgery(fault: "as the file has it") { $0.order.amount.value = 1 },
        Forgery(fault: "as the file has it") { $0.order.reference = "tea-2" },
        Forgery(fault: "is of another order") { $0.order.id = "O2" },
        Forgery(fault: "do not end with the status paid") { $0.order.status = .paid },
        Forgery(fault: "row 3: it is not chained to row 2") { payload in
            let link = Chain.Link(
                seq: 3, at: 1002, wall: 2000, boot: 1, by: "bert", order: "O1", entry: [], status: "code")
            payload.rows[2] = EvidenceRow(
                link, before: Chain.beginning, chain: Chain.hash(link, after: Chain.beginning))
        },
        Forgery(fault: "names another key") { $0.key = "other" },
        Forgery(fault: "does not know") { $0.format = 2 },
    ]
}
