// SPDX-License-Identifier: Apache-2.0

import Foundation

extension Bench {
    /// Changes the journal and makes a chain for it that fits again, as somebody with skill would.
    func rewrite(_ script: String) throws {
        try tamper(script)
        let forger = """
            import hashlib, sqlite3, struct, sys
            db = sqlite3.connect(sys.argv[1]); h = bytes(32); made = []
            for row in db.execute("SELECT seq, at, wall, boot, by, order_id, entry, status FROM journal ORDER BY seq"):
                d = h + struct.pack(">qqqq", *row[:4])
                for text in row[4:]:
                    b = text.encode() if text is not None else b""
                    d += struct.pack(">q", -1 if text is None else len(b)) + b
                h = hashlib.sha256(d).digest(); made.append((h, row[0]))
            triggers = [t for t, in db.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
            for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute("DROP TRIGGER " + name)
            db.executemany("UPDATE journal SET chain = ? WHERE seq = ?", made)
            for trigger in triggers: db.execute(trigger)
            db.commit()
            """
        let result = try CommandResult.of("python3", ["-c", forger, path])
        guard result.status == 0 else { throw ToolError(message: result.errors) }
    }

    /// Another bench with the files as they lie there now, without the lock.
    func copy() throws -> Bench {
        let other = try Bench(clock)
        for (name, bytes) in try everything() where !name.hasSuffix(".lock") {
            try bytes.write(to: other.folder.appending(path: name))
        }
        return other
    }

    /// All files with all their bytes.
    func everything() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }
}
