// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdint.h>

// What the program under test and the one that tests it share: a page of memory, in a file that both have mapped.
// The shim in the tested program counts its calls there, and does at one of them what the page says.

// What a descriptor is, as bits.
enum {
    tilld_fault_ledger = 1 << 0,  // the ledger's file
    tilld_fault_log = 1 << 1,     // its write-ahead log
    tilld_fault_beside = 1 << 2,  // what else lies in the ledger's folder, and the folder
    tilld_fault_paper = 1 << 3,   // the printer
    tilld_fault_screen = 1 << 4,  // the display
    tilld_fault_tcp = 1 << 5,     // a connection to or from elsewhere, or a socket that listens for one
    tilld_fault_local = 1 << 6,   // the same on this machine: the local API
    tilld_fault_kinds = 7,
};

// What is called, as bits.
enum {
    tilld_fault_open = 1 << 0,
    tilld_fault_close = 1 << 1,
    tilld_fault_write = 1 << 2,
    tilld_fault_sync = 1 << 3,
    tilld_fault_truncate = 1 << 4,
    tilld_fault_unlink = 1 << 5,
    tilld_fault_rename = 1 << 6,
    tilld_fault_read = 1 << 7,
    tilld_fault_socket = 1 << 8,
    tilld_fault_bind = 1 << 9,
    tilld_fault_accept = 1 << 10,
    tilld_fault_connect = 1 << 11,
    tilld_fault_send = 1 << 12,
    tilld_fault_receive = 1 << 13,
    tilld_fault_calls = 14,
};

// What happens at the call that is waited for.
enum {
    tilld_fault_count = 0,        // nothing: calls are counted
    tilld_fault_kill_before = 1,  // the process dies instead of calling
    tilld_fault_kill_half = 2,    // half of what is written is written, and the process dies
    tilld_fault_kill_after = 3,   // the process dies before it learns what the call brought
    tilld_fault_error = 4,        // the call fails
    tilld_fault_short = 5,        // half of what is written is written
    tilld_fault_hold = 6,         // the call waits until it is let go
    tilld_fault_hold_error = 7,   // the call waits until it is let go, and then fails
    tilld_fault_slow = 8,         // the call takes longer than it does
};

// How the disk treats what is written to the ledger when the power fails.
enum {
    tilld_fault_disk_safe = 0,    // the power does not fail: nothing is remembered
    tilld_fault_disk_honest = 1,  // what was synced stays
    tilld_fault_disk_lying = 2,   // a sync does nothing
    tilld_fault_disk_late = 3,    // a sync is true only after the next message has left
};

struct tilld_fault_board {
    uint32_t is_armed, kinds, calls, action;
    int32_t error;
    uint32_t lasts;   // from then on, or once
    uint64_t at;      // the call that is waited for; the first is 1
    uint64_t seen;    // calls of these kinds since it was armed
    uint64_t hits;    // how often it happened
    uint64_t hit_at;  // when first, in nanoseconds of CLOCK_MONOTONIC
    uint64_t sent_after;   // messages to acquirers and clients since then
    uint64_t wrote_after;  // writes to the ledger since then
    uint32_t is_held, let_goes;
    uint32_t disk;
    uint32_t hit_kind, hit_call;
    uint64_t pause;  // how much longer a slow call takes, in nanoseconds
    uint64_t tally[tilld_fault_kinds][tilld_fault_calls];
};

// Starts to wait for a call; what was counted before is forgotten.
static inline void tilld_fault_arm(struct tilld_fault_board *board, uint32_t kinds, uint32_t calls, uint32_t action,
                                   int32_t error, uint32_t lasts, uint64_t at) {
    __atomic_store_n(&board->is_armed, 0, __ATOMIC_SEQ_CST);
    board->kinds = kinds;
    board->calls = calls;
    board->action = action;
    board->error = error;
    board->lasts = lasts;
    board->at = at;
    board->seen = board->hits = board->hit_at = board->sent_after = board->wrote_after = 0;
    __atomic_store_n(&board->is_armed, 1, __ATOMIC_SEQ_CST);
}

// Makes every call of these kinds take longer from now on.
static inline void tilld_fault_slow_down(struct tilld_fault_board *board, uint32_t kinds, uint32_t calls,
                                         uint64_t nanoseconds) {
    __atomic_store_n(&board->pause, nanoseconds, __ATOMIC_SEQ_CST);
    tilld_fault_arm(board, kinds, calls, tilld_fault_slow, 0, 1, 1);
}

static inline void tilld_fault_disarm(struct tilld_fault_board *board) {
    __atomic_store_n(&board->is_armed, 0, __ATOMIC_SEQ_CST);
}

// Lets the call go that is held.
static inline void tilld_fault_let_go(struct tilld_fault_board *board) {
    __atomic_add_fetch(&board->let_goes, 1, __ATOMIC_SEQ_CST);
}

static inline uint64_t tilld_fault_read64(const uint64_t *value) { return __atomic_load_n(value, __ATOMIC_SEQ_CST); }
static inline uint32_t tilld_fault_read32(const uint32_t *value) { return __atomic_load_n(value, __ATOMIC_SEQ_CST); }
static inline uint64_t tilld_fault_tallied(const struct tilld_fault_board *board, int kind, int call) {
    return __atomic_load_n(&board->tally[kind][call], __ATOMIC_SEQ_CST);
}

// One line of what the shim remembers of a disk; the bytes that were there before follow it.
struct tilld_fault_record {
    uint32_t what;  // 1 the bytes before a write or a cut, 2 a sync
    uint32_t file;  // 0 the ledger, 1 its write-ahead log
    int64_t offset, length;
    int64_t size;   // of the file before
};
