// SPDX-License-Identifier: Apache-2.0

import Evidence
import Narrative
import Signing
package import TillAPI
import TillCore
package import TillStore

/// Tells the story of an order for the API, and seals it as evidence.
struct StoryTeller: Sendable {
    let ledger: Ledger

    /// What happened to an order, step by step.
    func explanation(of story: OrderStory) -> [SentenceResource] {
        let told = Narrator().tell(
            story.rows.map { StoryRow($0) }, about: story.order, now: ledger.time.now, wall: ledger.wallNow)
        return told.map { sentence in
            SentenceResource(
                seq: sentence.seq, at: WireTime(sentence.at), wall: WireTime(sentence.wall), by: sentence.by,
                source: sentence.source.rawValue, text: sentence.text)
        }
    }

    /// A signed file about an order.
    func evidence(of story: OrderStory, seal: TillServer.Seal) async throws -> EvidenceFile {
        let key = EvidenceKey(seal.key.publicBytes)
        let notifies = try await ledger.notifies(about: story)
        let payload = EvidencePayload(
            madeAt: WireTime(ledger.wallNow), terminal: ledger.terminal.text, program: seal.program,
            epoch: ledger.epoch, key: key.thumbprint, order: OrderResource(story.order, at: ledger.time.now),
            explanation: explanation(of: story),
            rows: story.rows.map { EvidenceRow($0.link, before: $0.before, chain: $0.chain) },
            notifies: notifies.kept.map { notify in
                EvidenceNotify(
                    account: notify.account.text, id: notify.id, receivedAt: WireTime(notify.receivedAt),
                    raw: notify.raw, verdict: notify.verdict)
            },
            notifiesLeftOut: notifies.leftOut, head: JournalHeadResource(story.head))
        return try EvidenceFile(sealing: payload, key: key) { try seal.key.sign($0) }
    }
}

extension JournalHeadResource {
    /// Takes the head of a journal.
    package init(_ head: JournalHead) {
        self.init(epoch: head.epoch, seq: head.seq, chain: Hex.encode(head.chain), at: WireTime(head.wall))
    }
}
