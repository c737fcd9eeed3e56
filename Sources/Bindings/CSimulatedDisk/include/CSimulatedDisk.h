// SPDX-License-Identifier: Apache-2.0
#ifndef CSIMULATEDDISK_H
#define CSIMULATEDDISK_H

#include <stdint.h>

/// A disk in memory for SQLite, with a power switch, a volatile cache and scripted faults.
///
/// `simdisk_install` makes it SQLite's default VFS for the whole process. Every path goes through to the VFS that was
/// the default before, but for the databases of disks and what lies beside them: their files lie in memory, each twice.
/// The *platter* is what would be there after a power cut; the *cache* is what programs read. A sync carries one to
/// the other. The caller names a disk by its number; all functions may be called from any thread.

/// Operations that are counted and that a fault can strike.
enum {
    SIMDISK_OPEN = 0,
    SIMDISK_READ = 1,
    SIMDISK_WRITE = 2,
    SIMDISK_SYNC = 3,
    SIMDISK_TRUNCATE = 4,
    SIMDISK_DELETE = 5,
    SIMDISK_OPERATIONS = 6,
    /// A write, a sync, a truncation or a deletion, whichever comes.
    SIMDISK_ANY_CHANGE = 6,
};

/// What a fault does to the operation that it strikes.
enum {
    SIMDISK_EIO = 1,
    SIMDISK_ENOSPC = 2,
    /// Half of a write arrives, and the disk says that it is full.
    SIMDISK_SHORT = 3,
    /// The power goes: what was not synced is kept, lost or torn, sector by sector, as the dice fall.
    SIMDISK_POWER_CUT = 4,
    /// The process dies, and the operating system keeps what it was given.
    SIMDISK_KILL = 5,
};

/// How far a disk can be trusted.
enum {
    SIMDISK_HONEST = 0,
    /// No sync does anything.
    SIMDISK_LIES = 1,
    /// Syncs of write-ahead logs do nothing but for the one before a checkpoint: `synchronous = NORMAL`.
    SIMDISK_LAZY_LOG = 2,
};

/// Makes the VFS the default of the process; the second time does nothing. 0 if all is well.
int simdisk_install(void);

/// Makes an empty disk for the database `prefix` and what SQLite keeps beside it (`prefix-wal`, ...), and gives its number; -1 if there are too many.
int simdisk_make(const char *prefix, uint64_t seed);

/// Throws a disk away. No file on it may be open.
void simdisk_free(int disk);

/// Arms a fault: the `at`-th matching operation from now on (1 is the next) is struck, and if `lasting` all after it.
/// A fault that was armed before is disarmed; `at` 0 only does that.
void simdisk_arm(int disk, int operation, uint64_t at, int fault, int lasting);

/// Whether an armed fault has struck since it was armed: 0 no, 1 a database, 2 a write-ahead log.
int simdisk_struck(int disk);

/// Sets how far the disk can be trusted.
void simdisk_trust(int disk, int trust);

/// Writes everything that is cached to the platter, whatever was said about syncs.
void simdisk_flush(int disk);

/// Cuts the power now. Until ``simdisk_start`` every operation fails.
void simdisk_cut_power(int disk);

/// Lets the process die now, with the operating system alive. Until ``simdisk_start`` every operation fails.
void simdisk_kill(int disk);

/// Whether the power is off, or the process dead.
int simdisk_is_off(int disk);

/// Starts again: paths can be opened; what was opened before keeps failing.
void simdisk_start(int disk);

/// How often an operation was done since the disk was made.
uint64_t simdisk_count(int disk, int operation);

/// Sectors whose new contents a power cut has lost, and torn, since the disk was made.
uint64_t simdisk_lost(int disk);
uint64_t simdisk_torn(int disk);

/// Asks the database at a path, which nobody may have open, and writes the first value of the answer.
///
/// - Returns: 0 if there is an answer; else the text says what is wrong.
int simdisk_ask(const char *path, const char *sql, char *answer, int size);

#endif
