// SPDX-License-Identifier: Apache-2.0

package import JournalChain
import Signing
package import TillAPI

/// What a file of evidence says about one order.
package struct EvidencePayload: Codable, Sendable, Hashable {
    /// ``kindOfFile``.
    package var kind: String
    /// ``formatNumber``; grows when an older reader could misread it.
    package var format: Int
    /// When the file was made, by the terminal's wall clock.
    package var madeAt: WireTime
    /// The terminal that made it: `"T-0001"`.
    package var terminal: String
    /// The program's version: `"0.1.0"`.
    package var program: String
    /// The ledger's life.
    package var epoch: String
    /// The thumbprint of the key that signs.
    package var key: String
    /// The order as it stood.
    package var order: OrderResource
    /// Its story, as the daemon reads the rows.
    package var explanation: [SentenceResource]
    /// Its rows and the daemon's starts between them, as they are chained, the oldest first.
    package var rows: [EvidenceRow]
    /// The acquirer's notifies about it, as they came.
    package var notifies: [EvidenceNotify]
    /// How many more there were than a file holds.
    package var notifiesLeftOut: Int
    /// The last row of the whole journal at that moment.
    package var head: JournalHeadResource

    /// What ``kind`` says.
    package static let kindOfFile = "tilld-evidence"
    /// What ``format`` says.
    package static let formatNumber = 1

    /// Puts the content of a file together.
    package init(
        madeAt: WireTime, terminal: String, program: String, epoch: String, key: String, order: OrderResource,
        explanation: [SentenceResource], rows: [EvidenceRow], notifies: [EvidenceNotify],
        notifiesLeftOut: Int = 0, head: JournalHeadResource
    ) {
        kind = Self.kindOfFile
        format = Self.formatNumber
        self.madeAt = madeAt
        self.terminal = terminal
        self.program = program
        self.epoch = epoch
        self.key = key
        self.order = order
        self.explanation = explanation
        self.rows = rows
        self.notifies = notifies
        self.notifiesLeftOut = notifiesLeftOut
        self.head = head
    }

    private enum CodingKeys: String, CodingKey {
        case kind
        case format
        case madeAt = "made_at"
        case terminal
        case program
        case epoch
        case key
        case order
        case explanation
        case rows
        case notifies
        case notifiesLeftOut = "notifies_left_out"
        case head
    }
}

/// One row of the journal with all that its hash covers.
package struct EvidenceRow: Codable, Sendable, Hashable {
    /// The row's number.
    package var seq: Int64
    /// Ledger time, in milliseconds since 1970 UTC.
    package var at: Int64
    /// Wall time, in milliseconds since 1970 UTC.
    package var wall: Int64
    /// Which start of the daemon wrote it.
    package var boot: Int64
    /// Who.
    package var by: String
    /// The order; null if it is about the terminal itself.
    package var order: String?
    /// The entry's text, exactly as it is stored.
    package var entry: String
    /// The order's status after it; null if there is none.
    package var status: String?
    /// The hash of the row before, 64 hexadecimal digits.
    package var before: String
    /// The row's own hash.
    package var chain: String

    /// Takes a row as it is stored.
    package init(_ link: Chain.Link, before: [UInt8], chain: [UInt8]) {
        seq = link.seq
        at = link.at
        wall = link.wall
        boot = link.boot
        by = link.by
        order = link.order
        entry = String(decoding: link.entry, as: UTF8.self)
        status = link.status
        self.before = Hex.encode(before)
        self.chain = Hex.encode(chain)
    }

    private enum CodingKeys: String, CodingKey {
        case seq
        case at
        case wall
        case boot
        case by
        case order
        case entry
        case status
        case before
        case chain
    }

    /// Writes the row; a member without a value is written as null.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(seq, forKey: .seq)
        try members.encode(at, forKey: .at)
        try members.encode(wall, forKey: .wall)
        try members.encode(boot, forKey: .boot)
        try members.encode(by, forKey: .by)
        try members.encode(order, forKey: .order)
        try members.encode(entry, forKey: .entry)
        try members.encode(status, forKey: .status)
        try members.encode(before, forKey: .before)
        try members.encode(chain, forKey: .chain)
    }

    /// Whether the row's hash is that of its content behind the row before.
    var fits: Bool {
        guard let before = Hex.decode(before), before.count == Chain.beginning.count else { return false }
        let link = Chain.Link(
            seq: seq, at: at, wall: wall, boot: boot, by: by, order: order, entry: Array(entry.utf8), status: status)
        return Hex.encode(Chain.hash(link, after: before)) == chain
    }
}

/// An authentic notify of an acquirer, as it came.
package struct EvidenceNotify: Codable, Sendable, Hashable {
    /// The account whose acquirer sent it.
    package var account: String
    /// The acquirer's own id of it.
    package var id: String
    /// When it came, in ledger time.
    package var receivedAt: WireTime
    /// The bytes of its body, in base64.
    package var raw: String
    /// What became of it: `"recorded"`.
    package var verdict: String

    /// Takes a notify as it is stored.
    package init(account: String, id: String, receivedAt: WireTime, raw: [UInt8], verdict: String) {
        self.account = account
        self.id = id
        self.receivedAt = receivedAt
        self.raw = Base64.encode(raw)
        self.verdict = verdict
    }

    private enum CodingKeys: String, CodingKey {
        case account
        case id
        case receivedAt = "received_at"
        case raw
        case verdict
    }
}
