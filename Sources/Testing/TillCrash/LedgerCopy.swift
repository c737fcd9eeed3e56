// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the ledger of a daemon that is dead holds, read from a copy by the `sqlite3` program.
///
/// A copy, because whoever opens the file itself recovers it, and that is the daemon's own work.
struct LedgerCopy: Decodable {
    struct Order: Decodable {
        let id: String
        let state: String
        let status: String
        let reference: String?
        let amount: Int64
    }

    struct Attempt: Decodable {
        let reference: String
        let order: String
        let kind: String
    }

    struct Money: Decodable {
        let reference: String
        let attempt: String
        let order: String
        let amount: Int64
        let fate: String
    }

    struct Refund: Decodable {
        let id: String
        let order: String
        let attempt: String
        let money: String
        let amount: Int64
        let kind: String
        let note: String
    }

    struct Slip: Decodable {
        let id: String
        let order: String
        let state: String
        let kind: String
        let mayBeDuplicate: Int
    }

    struct Hold: Decodable {
        let id: String
        let order: String?
        let reason: String
    }

    struct Line: Decodable {
        let seq: Int64
        let at: Int64
        let wall: Int64
        let boot: Int64
        let by: String
        let order: String?
        let entry: String
        let status: String?
        let chain: String
    }

    let orders: [Order]
    let attempts: [Attempt]
    let money: [Money]
    let refunds: [Refund]
    let slips: [Slip]
    let holds: [Hold]
    let journal: [Line]
    let rows: Int64
    let head: Int64
    /// Pieces of work that are owed now, watches not among them.
    let owed: Int
    /// Rows that refer to nothing.
    let orphans: Int

    /// Copies the ledger and reads it.
    ///
    /// - Parameter seq: rows of the journal after this one are read.
    /// - Throws: ``Unreadable`` with what is wrong with the file.
    static func read(_ shop: Shop, after seq: Int64) throws -> LedgerCopy {
        let copy = "\(shop.folder)/view/ledger.sqlite"
        for end in ["", "-wal"] {
            unlink(copy + end)
            guard let bytes = FileManager.default.contents(atPath: shop.ledger + end) else { continue }
            try bytes.write(to: URL(filePath: copy + end))
        }
        let (status, text) = try sqlite(copy, query(after: seq), in: shop.folder)
        let lines = text.split(separator: "\n", maxSplits: 1)
        guard status == .exited(0), lines.count == 2 else { throw Unreadable(why: String(text.prefix(300))) }
        guard lines[0] == "ok" else { throw Unreadable(why: "integrity_check says \(lines[0])") }
        do {
            return try JSONDecoder().decode(LedgerCopy.self, from: Data(lines[1].utf8))
        } catch {
            throw Unreadable(why: "\(error)".prefix(300) + "")
        }
    }

    /// A ledger that cannot be read.
    struct Unreadable: Error {
        let why: String
    }

    private static func sqlite(_ file: String, _ query: String, in folder: String) throws
        -> (ChildProcess.End?, String)
    {
        let answer = "\(folder)/view/answer"
        unlink(answer)
        let child = try ChildProcess(
            "/usr/bin/sqlite3", ["-batch", file, query], log: answer, ["PATH": "/usr/bin:/bin"])
        let end = child.wait(.seconds(60))
        if end == nil { child.kill() }
        return (end, String(decoding: FileManager.default.contents(atPath: answer) ?? Data(), as: UTF8.self))
    }

    private static func rows(_ table: String, _ columns: String, where condition: String = "true") -> String {
        "(SELECT json_group_array(json_object(\(columns))) FROM \(table) WHERE \(condition))"
    }

    private static func query(after seq: Int64) -> String {
        """
        PRAGMA integrity_check;
        SELECT json_object(
            'orders', json(\(rows("orders", "'id',id,'state',state,'status',status,'reference',reference,'amount',amount"))),
            'attempts', json(\(rows("attempts", "'reference',reference,'order',order_id,'kind',kind"))),
            'money', json(\(rows("transactions",
                "'reference',acquirer_reference,'attempt',json_extract(body,'$.attempt'),'order',order_id,'amount',amount,'fate',fate"))),
            'refunds', json(\(rows("refunds",
                "'id',id,'order',order_id,'attempt',json_extract(body,'$.attempt'),'money',json_extract(body,'$.transaction.acquirerReference'),'amount',amount,'kind',kind,'note',json_extract(body,'$.note')"))),
            'slips', json(\(rows("prints",
                "'id',id,'order',order_id,'state',state,'kind',(SELECT key FROM json_each(json_extract(body,'$.kind'))),'mayBeDuplicate',json_extract(body,'$.mayBeDuplicate')"))),
            'holds', json(\(rows("holds",
                "'id',id,'order',order_id,'reason',(SELECT key FROM json_each(json_extract(body,'$.reason')))", where: "is_open = 1"))),
            'journal', json(\(rows("(SELECT * FROM journal ORDER BY seq)",
                "'seq',seq,'at',at,'wall',wall,'boot',boot,'by',by,'order',order_id,'entry',entry,'status',status,'chain',hex(chain)", where: "seq > \(seq)"))),
            'rows', (SELECT count(*) FROM journal), 'head', (SELECT coalesce(max(seq), 0) FROM journal),
            'owed', (SELECT count(*) FROM outbox WHERE is_watch = 0),
            'orphans', (SELECT count(*) FROM pragma_foreign_key_check));
        """
    }
}
