// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// What was chosen for an order number, if anything was.
    func chosenScript(orderNo: String, of merchant: String) throws -> Script? {
        try row("SELECT script FROM script_choices WHERE merchant = ? AND order_no = ?", [merchant, orderNo])
            .map { try script($0, of: "script_choices") }
    }

    /// Keeps what was chosen for an order number.
    func choose(_ script: Script, orderNo: String, of merchant: String) throws {
        try run(
            "INSERT INTO script_choices (merchant, order_no, script) VALUES (?, ?, ?)",
            [merchant, orderNo, script.description])
    }

    /// Adds to the queue of scripts that new payments take; for all merchants when none is named.
    func enqueue(_ script: Script, merchant: String?) throws {
        try run("INSERT INTO script_queue (merchant, script) VALUES (?, ?)", [merchant, script.description])
    }

    /// Takes the first script of the queue that is for a merchant.
    func takeQueuedScript(of merchant: String) throws -> Script? {
        guard
            let row = try row(
                "SELECT * FROM script_queue WHERE merchant IS NULL OR merchant = ? ORDER BY id LIMIT 1", [merchant])
        else { return nil }
        try run("DELETE FROM script_queue WHERE id = ?", [row["id"] as Int64])
        return try script(row, of: "script_queue")
    }

    /// The queue, first script first.
    func queuedScripts() throws -> [(merchant: String?, script: Script)] {
        try rows("SELECT * FROM script_queue ORDER BY id").map { ($0["merchant"], try script($0, of: "script_queue")) }
    }

    /// Empties the queue.
    func emptyScriptQueue() throws { try run("DELETE FROM script_queue") }

    /// Counts one strike of a word, unless it has struck that often.
    ///
    /// - Returns: whether it strikes.
    func strike(_ word: String, orderNo: String, of merchant: String, atMost limit: Int64) throws -> Bool {
        let count = try number(
            "SELECT count FROM script_strikes WHERE merchant = ? AND order_no = ? AND word = ?",
            [merchant, orderNo, word])
        guard count ?? 0 < limit else { return false }
        try run(
            "INSERT OR REPLACE INTO script_strikes (merchant, order_no, word, count) VALUES (?, ?, ?, ?)",
            [merchant, orderNo, word, (count ?? 0) + 1])
        return true
    }
}
