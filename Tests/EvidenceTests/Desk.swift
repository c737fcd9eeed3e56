// SPDX-License-Identifier: Apache-2.0

import Evidence
import JournalChain
import Signing
import TillAPI

/// A terminal's desk at which evidence about one order is made: three rows, the last one the head.
struct Desk {
    let signer: SigningKey
    let key: EvidenceKey
    let payload: EvidencePayload

    init() throws {
        signer = try SigningKey.generateEd25519()
        key = EvidenceKey(signer.verifyingKey.ed25519Bytes ?? [])
        let entries = [
            #"{"opened":{"_0":{"amount":{"currency":"CNY","value":1250},"id":"O1","reference":"tea-1"}}}"#,
            #"{"recorded":{"_0":{"attempt":{"_0":"A1","_1":{"asking":{}}}}}}"#,
            #"{"recorded":{"_0":{"attempt":{"_0":"A1","_1":{"codeIssued":{"_0":{"payload":"é€"}}}}}}}"#,
        ]
        var rows: [EvidenceRow] = []
        var hash = Chain.beginning
        for (index, entry) in entries.enumerated() {
            let link = Chain.Link(
                seq: Int64(index + 1), at: 1000 + Int64(index), wall: 2000, boot: 1, by: "socket", order: "O1",
                entry: Array(entry.utf8), status: index == 2 ? "code" : "opening")
            let next = Chain.hash(link, after: hash)
            rows.append(EvidenceRow(link, before: hash, chain: next))
            hash = next
        }
        let time = WireTime(milliseconds: 1_772_366_400_000)
        payload = EvidencePayload(
            madeAt: time, terminal: "T-1", program: "test", epoch: "E1", key: key.thumbprint,
            order: OrderResource(
                id: "O1", reference: "tea-1", status: .code, amount: MoneyResource(value: 1250, currency: "CNY"),
                subject: "Tea", attempts: [], transactions: [], refunds: [], holds: [], prints: [], openedAt: time,
                deadline: time, secondsLeft: 0, version: 3, metadata: [:]),
            explanation: [], rows: rows,
            notifies: [
                EvidenceNotify(account: "main", id: "n1", receivedAt: time, raw: [0, 255], verdict: "recorded")
            ],
            head: JournalHeadResource(epoch: "E1", seq: 3, chain: Hex.encode(hash), at: time))
    }

    /// The file, signed.
    func file() throws -> EvidenceFile {
        try EvidenceFile(sealing: payload, key: key) { try signer.sign($0, with: .ed25519) }
    }
}
