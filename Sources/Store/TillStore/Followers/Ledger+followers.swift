// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension Ledger {
    /// The followers of a service, the oldest first.
    package func followers(of kind: String) async throws -> [Follower] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "\(Self.followerColumns) WHERE kind = ? ORDER BY followers.rowid"),
                arguments: [kind]
            ).map { try Self.follower($0) }
        }
    }

    /// A follower; nil if there is none of that name.
    package func follower(_ id: String) async throws -> Follower? {
        try await read { try Self.follower(id, in: $0) }
    }

    /// Adds a follower, which is told of what comes after a row.
    ///
    /// - Parameters:
    ///   - seq: the row of the journal after which it begins; nil is the last one.
    ///   - atMost: how many there may be of the kind; nil is returned beyond.
    ///   - body: who it is, given its name.
    /// - Returns: the follower, and whether the key had been used before; nil if there are too many.
    package func follow(
        _ kind: String, after seq: Int64?, atMost: Int, key: IdempotencyKey?,
        _ body: @escaping @Sendable (_ id: String) throws -> String
    ) async throws -> (follower: Follower, isReplay: Bool)? {
        let name = Ulid.text(clocks.wall(), clocks.randomBytes(10))
        return try await write { write in
            if let known = try write.subject(of: key) {
                // Removed meanwhile: the key has had its effect, and there is nothing to show.
                return try Self.follower(known, in: write.db).map { ($0, true) }
            }
            let count = try Int.fetchOne(
                write.db.cachedStatement(sql: "SELECT count(*) FROM followers WHERE kind = ?"), arguments: [kind])
            guard count ?? 0 < atMost else { return nil }
            let head = try Self.head(in: write.db).seq
            try write.db.run(
                "INSERT INTO followers (id, kind, seq, body, since) VALUES (?, ?, ?, ?, ?)",
                arguments: [name, kind, min(seq ?? head, head), try body(name), write.at.milliseconds])
            try write.remember(key, subject: name)
            write.wake([.followers])
            return try Self.follower(name, in: write.db).map { ($0, false) }
        }
    }

    /// Changes who a follower is, and has it told again if it was stopped.
    ///
    /// - Returns: the follower as it is now, and whether the key had been used before; nil if there
    ///   is none.
    package func change(
        _ id: String, key: IdempotencyKey?, _ body: @escaping @Sendable (Follower) throws -> String
    ) async throws -> (follower: Follower, isReplay: Bool)? {
        try await write { write in
            guard let before = try Self.follower(id, in: write.db) else { return nil }
            if try write.isRepeated(key, about: id) { return (before, true) }
            try write.db.run(
                "UPDATE followers SET body = ?, stopped = NULL WHERE id = ?", arguments: [try body(before), id])
            try write.remember(key, subject: id)
            write.wake([.followers])
            return try Self.follower(id, in: write.db).map { ($0, false) }
        }
    }

    /// Tells a follower nothing more until a person has it told again; what waits for it stays.
    package func stop(_ id: String, because why: String) async throws {
        try await write { write in
            try write.db.run("UPDATE followers SET stopped = ? WHERE id = ?", arguments: [why.storable, id])
            write.wake([.followers])
        }
    }

    /// Takes a follower away with all that waits for it.
    ///
    /// - Returns: whether the key had been used before; nil if there is none of that name.
    package func unfollow(_ id: String, key: IdempotencyKey?) async throws -> Bool? {
        try await write { write in
            if try write.isRepeated(key, about: id) { return true }
            try write.db.run("DELETE FROM followers WHERE id = ?", arguments: [id])
            guard write.db.changesCount > 0 else { return nil }
            try write.remember(key, subject: id)
            write.wake([.followers])
            return false
        }
    }

    private static let followerColumns = """
        SELECT followers.*,
            (SELECT count(*) FROM deliveries WHERE follower = followers.id AND is_dead = 0) AS waiting,
            (SELECT count(*) FROM deliveries WHERE follower = followers.id AND is_dead = 1) AS dead
        FROM followers
        """

    static func follower(_ id: String, in db: Database) throws -> Follower? {
        try Row.fetchOne(db.cachedStatement(sql: "\(followerColumns) WHERE followers.id = ?"), arguments: [id])
            .map { try follower($0) }
    }

    private static func follower(_ row: Row) throws -> Follower {
        Follower(
            id: try row.value("id"), kind: try row.value("kind"), seq: try row.value("seq"),
            body: try row.value("body"), since: Timestamp(milliseconds: try row.value("since")),
            stopped: try row.value("stopped"), delivered: try row.value("delivered"),
            deliveredAt: try (row.value("delivered_at") as Int64?).map { Timestamp(milliseconds: $0) },
            waiting: try row.value("waiting"), dead: try row.value("dead"))
    }
}
