// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing
import TillAPI

/// Judges a file of evidence by itself: no daemon, no ledger and no network are needed.
package enum EvidenceJudge {
    /// A key that the judge knows from elsewhere.
    package enum KnownKey: Sendable, Hashable {
        /// Its thumbprint.
        case thumbprint(String)
        /// The key as SubjectPublicKeyInfo in PEM.
        case pem(String)
    }

    /// Says what a file proves.
    ///
    /// - Parameter known: whose signature it has to be; nil if the judge does not know yet.
    package static func verdict(on bytes: [UInt8], known: KnownKey? = nil) -> EvidenceVerdict {
        var verdict = EvidenceVerdict()
        guard let file = EvidenceFile(bytes) else {
            verdict.fault("it is no file of evidence, or a byte of it was changed")
            return verdict
        }
        guard let key = key(of: file, &verdict) else { return verdict }
        check(key, known, &verdict)
        guard verdict.isGood else { return verdict }
        guard let payload = try? WireJSON.message(EvidencePayload.self, from: file.payload),
            payload.kind == EvidencePayload.kindOfFile, payload.format == EvidencePayload.formatNumber
        else {
            verdict.fault("its content is of a kind that this program does not know")
            return verdict
        }
        guard payload.key == key.thumbprint else {
            verdict.fault("it names another key than the one that signed it")
            return verdict
        }
        verdict.find(
            "It was made at \(payload.madeAt.text) by terminal \(payload.terminal) with tilld \(payload.program), "
                + "by the clock of that terminal.")
        RowJudge(payload: payload).judge(&verdict)
        return verdict
    }

    /// The key that signed the file, if it did.
    private static func key(of file: EvidenceFile, _ verdict: inout EvidenceVerdict) -> EvidenceKey? {
        guard let header = try? WireJSON.message(EvidenceHeader.self, from: file.header),
            header == EvidenceHeader(header.jwk), (try? WireJSON.bytes(of: header)) == file.header,
            let key = header.jwk.verifyingKey
        else {
            verdict.fault("its header is not one of a file of evidence")
            return nil
        }
        guard file.isSigned(by: key) else {
            verdict.fault("its signature does not fit: a byte of it was changed after it was signed")
            return nil
        }
        verdict.find("Not a byte was changed since the key \(header.kid) signed it.")
        return header.jwk
    }

    private static func check(_ key: EvidenceKey, _ known: KnownKey?, _ verdict: inout EvidenceVerdict) {
        switch known {
        case nil:
            verdict.find(
                "Whose key that is, it cannot prove: compare it with the one that \"till health\" shows at the terminal."
            )
        case .thumbprint(let thumbprint):
            guard thumbprint == key.thumbprint else {
                return verdict.fault("it was signed by the key \(key.thumbprint), and not by \(thumbprint)")
            }
            verdict.find("That is the key that was expected.")
        case .pem(let pem):
            guard let bytes = try? VerifyingKey(pem: pem).ed25519Bytes else {
                return verdict.fault("the expected key is no Ed25519 public key in PEM")
            }
            guard EvidenceKey(bytes) == key else {
                return verdict.fault("it was signed by the key \(key.thumbprint), and not by the one expected")
            }
            verdict.find("That is the key that was expected.")
        }
    }
}

/// Judges the rows of a file, and whether the rest of it says the same.
private struct RowJudge {
    let payload: EvidencePayload

    func judge(_ verdict: inout EvidenceVerdict) {
        let rows = payload.rows
        guard let first = rows.first, let last = rows.last else { return verdict.fault("it has no rows") }
        if let broken = rows.first(where: { !$0.fits }) {
            return verdict.fault("row \(broken.seq): its content does not give its hash")
        }
        for (row, next) in zip(rows, rows.dropFirst()) {
            guard row.seq < next.seq, row.at <= next.at, row.boot <= next.boot else {
                return verdict.fault("row \(next.seq): it does not come after row \(row.seq)")
            }
            guard next.seq != row.seq + 1 || next.before == row.chain else {
                return verdict.fault("row \(next.seq): it is not chained to row \(row.seq)")
            }
        }
        if let foreign = rows.first(where: { $0.order != nil && $0.order != payload.order.id }) {
            return verdict.fault("row \(foreign.seq): it is of another order")
        }
        guard last.seq < payload.head.seq || (last.seq == payload.head.seq && last.chain == payload.head.chain) else {
            return verdict.fault("row \(last.seq): it is not below the head of the journal")
        }
        guard let opening = Opening(first), opening.isOf(payload.order) else {
            return verdict.fault("row \(first.seq): it does not open order \(payload.order.id) as the file has it")
        }
        guard rows.last(where: { $0.status != nil })?.status == payload.order.status.rawValue else {
            return verdict.fault("its rows do not end with the status \(payload.order.status.rawValue)")
        }
        tell(first, last, &verdict)
    }

    private func tell(_ first: EvidenceRow, _ last: EvidenceRow, _ verdict: inout EvidenceVerdict) {
        let order = payload.order
        verdict.find(
            "It is about order \(order.id): \(order.amount.value) minor units of \(order.amount.currency), "
                + "\(order.status.rawValue).")
        verdict.find(
            "All \(payload.rows.count) rows of the journal in it, \(first.seq) to \(last.seq), give the hashes by which "
                + "they are chained; the journal ended with row \(payload.head.seq) then.")
        let leftOut = payload.notifiesLeftOut > 0 ? "; \(payload.notifiesLeftOut) more did not fit in" : ""
        verdict.find("It carries \(payload.notifies.count) notify(s) of the acquirer, as they came\(leftOut).")
        verdict.find(
            "That the same rows stand in the ledger, only the ledger proves: \"tilld verify --head "
                + "\(last.seq):\(last.chain)\" there, or any head that was kept elsewhere.")
    }
}

/// The first row of an order, as far as a judge reads it.
private struct Opening {
    private struct Entry: Decodable {
        struct Value: Decodable {
            let _0: Draft
        }
        struct Draft: Decodable {
            let id: String
            let amount: MoneyResource
            let reference: String?
        }
        let opened: Value
    }

    private let draft: Entry.Draft

    init?(_ row: EvidenceRow) {
        guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(row.entry.utf8)) else { return nil }
        draft = entry.opened._0
    }

    func isOf(_ order: OrderResource) -> Bool {
        draft.id == order.id && draft.amount == order.amount && draft.reference == order.reference
    }
}
