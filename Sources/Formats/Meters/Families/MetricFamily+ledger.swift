// SPDX-License-Identifier: Apache-2.0

extension MetricFamily {
    /// Whether the ledger answers.
    package static let ledgerUp = gauge(
        "tilld_ledger_up", [], "Whether the ledger answered this scrape in time: 1 if so; else what it knows is absent."
    )
    /// How long a COMMIT takes.
    static let commitDuration = histogram(
        "tilld_ledger_commit_duration_seconds", [], here,
        "Time that a COMMIT takes, from its BEGIN until it is on the disk; writes that wait together share one.")
    /// Writes that were saved.
    static let writes = counter("tilld_ledger_writes_total", [], "Writes to the ledger that were saved.")
    /// Starts on this ledger.
    package static let starts = counter(
        "tilld_ledger_starts_total", [], "Starts of the daemon on this ledger, kept in it.")
    /// Rows of the journal.
    package static let journalRows = counter(
        "tilld_journal_rows_total", [], "Rows of the journal since the ledger was made, kept in it.")
    /// How large the ledger is.
    package static let ledgerSize = gauge(
        "tilld_ledger_size_bytes", ["file"], "Size of the ledger's file and of its write-ahead log.")
    /// How much room there is.
    package static let diskFree = gauge(
        "tilld_disk_free_bytes", [], "Bytes that may still be written to the ledger's disk.")
    /// When the last backup was made.
    package static let backupAt = gauge(
        "tilld_backup_timestamp_seconds", [],
        "When the newest backup that the daemon knows of was made, in Unix time; absent if it knows of none.")
    /// Rows of the outbox.
    package static let outboxRows = gauge(
        "tilld_outbox_rows", ["lane", "state"],
        "Work that is owed: due now, later, watched (asked again and again), held by a person, or set_aside as unreadable."
    )
    /// The oldest row of the outbox.
    package static let outboxOldest = gauge(
        "tilld_outbox_oldest_due_seconds", ["lane"],
        "How long the oldest piece of work that is due has waited; 0 if none is.")

    /// What is told of the ledger.
    static let ledger: [MetricFamily] = [
        ledgerUp, commitDuration, writes, starts, journalRows, ledgerSize, diskFree, backupAt, outboxRows,
        outboxOldest,
    ]
}
