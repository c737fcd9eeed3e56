// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define DESCRIPTORS 4096

static struct tilld_fault_board *board;
static unsigned char kinds[DESCRIPTORS];
static const char *ledger, *paper, *frames;
static int memory = -1;
static uint32_t late;
static pthread_mutex_t disk = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("TILL_FAULT_BOARD");
    ledger = getenv("TILL_FAULT_LEDGER");
    paper = getenv("TILL_FAULT_PAPER");
    frames = getenv("TILL_FAULT_FRAMES");
    const char *disk_path = getenv("TILL_FAULT_DISK");
    if (!path || !ledger) return;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
    if (file < 0) return;
    void *page = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (page == MAP_FAILED) return;
    if (disk_path) memory = syscall(SYS_openat, AT_FDCWD, disk_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    board = page;
}

_Noreturn void tilld_fault_die(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) syscall(SYS_pause);
}

uint32_t tilld_fault_kind_of(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS ? kinds[descriptor] : 0;
}

void tilld_fault_note(int descriptor, uint32_t kind) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS) kinds[descriptor] = (unsigned char)kind;
}

uint32_t tilld_fault_kind_of_path(const char *path) {
    if (!board || !path) return 0;
    size_t length = strlen(ledger);
    if (strncmp(path, ledger, length) == 0) {
        if (path[length] == 0) return tilld_fault_ledger;
        if (strcmp(path + length, "-wal") == 0) return tilld_fault_log;
        return tilld_fault_beside;
    }
    size_t folder = (size_t)(strrchr(ledger, '/') - ledger);
    if (strncmp(path, ledger, folder) == 0 && (path[folder] == '/' || path[folder] == 0)) return tilld_fault_beside;
    if (paper && strcmp(path, paper) == 0) return tilld_fault_paper;
    if (frames && strncmp(path, frames, strlen(frames)) == 0) return tilld_fault_screen;
    return 0;
}

static int bit(uint32_t value) { return __builtin_ctz(value); }

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void hold(void) {
    uint32_t before = __atomic_load_n(&board->let_goes, __ATOMIC_SEQ_CST);
    __atomic_store_n(&board->is_held, 1, __ATOMIC_SEQ_CST);
    struct timespec pause = {0, 1000000};
    while (__atomic_load_n(&board->let_goes, __ATOMIC_SEQ_CST) == before) nanosleep(&pause, NULL);
    __atomic_store_n(&board->is_held, 0, __ATOMIC_SEQ_CST);
}

static void rest(uint64_t nanoseconds) {
    struct timespec left = {(time_t)(nanoseconds / 1000000000u), (long)(nanoseconds % 1000000000u)};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {}
}

enum tilld_fault_verdict tilld_fault_judge(uint32_t kind, uint32_t call) {
    if (!board || !kind) return tilld_fault_go_on;
    __atomic_add_fetch(&board->tally[bit(kind)][bit(call)], 1, __ATOMIC_SEQ_CST);
    if (!__atomic_load_n(&board->is_armed, __ATOMIC_SEQ_CST)) return tilld_fault_go_on;
    if (__atomic_load_n(&board->hits, __ATOMIC_SEQ_CST)) {
        if (call == tilld_fault_send) __atomic_add_fetch(&board->sent_after, 1, __ATOMIC_SEQ_CST);
        if (call == tilld_fault_write && kind <= tilld_fault_log)
            __atomic_add_fetch(&board->wrote_after, 1, __ATOMIC_SEQ_CST);
    }
    if (!(board->kinds & kind) || !(board->calls & call)) return tilld_fault_go_on;
    uint64_t number = __atomic_add_fetch(&board->seen, 1, __ATOMIC_SEQ_CST);
    if (board->action == tilld_fault_count || number < board->at || (number > board->at && !board->lasts))
        return tilld_fault_go_on;
    if (__atomic_add_fetch(&board->hits, 1, __ATOMIC_SEQ_CST) == 1) {
        board->hit_at = now();
        board->hit_kind = (uint32_t)bit(kind);
        board->hit_call = (uint32_t)bit(call);
    }
    switch (board->action) {
        case tilld_fault_kill_before: tilld_fault_die();
        case tilld_fault_kill_half: return tilld_fault_halve_die;
        case tilld_fault_kill_after: return tilld_fault_call_die;
        case tilld_fault_short: return tilld_fault_halve;
        case tilld_fault_hold: hold(); return tilld_fault_go_on;
        case tilld_fault_hold_error:
            hold();
            board->hit_at = now();
            errno = board->error;
            return tilld_fault_fail;
        case tilld_fault_error: errno = board->error; return tilld_fault_fail;
        case tilld_fault_slow: rest(__atomic_load_n(&board->pause, __ATOMIC_SEQ_CST)); return tilld_fault_go_on;
        default: return tilld_fault_go_on;
    }
}

// What a disk forgets.

void tilld_fault_lock(void) { pthread_mutex_lock(&disk); }
void tilld_fault_unlock(void) { pthread_mutex_unlock(&disk); }

int tilld_fault_remembers(uint32_t kind) {
    return board && memory >= 0 && board->disk != tilld_fault_disk_safe &&
           (kind == tilld_fault_ledger || kind == tilld_fault_log);
}

static void put(const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = syscall(SYS_write, memory, next, count);
        if (written <= 0) tilld_fault_die();
        next += written;
        count -= (size_t)written;
    }
}

void tilld_fault_before_write(int descriptor, uint32_t kind, off_t offset, size_t count) {
    struct stat facts;
    if (fstat(descriptor, &facts) != 0) return;
    char before[8192];
    while (count > 0) {
        size_t part = count < sizeof before ? count : sizeof before;
        ssize_t there = syscall(SYS_pread64, descriptor, before, part, offset);
        if (there < 0) there = 0;
        struct tilld_fault_record record = {1, kind == tilld_fault_log, offset, (int64_t)part, facts.st_size};
        memset(before + there, 0, part - (size_t)there);
        put(&record, sizeof record);
        put(before, part);
        offset += (off_t)part;
        count -= part;
    }
}

static void synced(uint32_t kind) {
    struct tilld_fault_record record = {2, kind == tilld_fault_log, 0, 0, 0};
    put(&record, sizeof record);
}

void tilld_fault_after_sync(uint32_t kind) {
    if (board->disk == tilld_fault_disk_honest) synced(kind);
    if (board->disk == tilld_fault_disk_late) late |= kind;
}

void tilld_fault_after_send(uint32_t kind) {
    if (kind != tilld_fault_tcp || !late || memory < 0) return;
    tilld_fault_lock();
    if (late & tilld_fault_ledger) synced(tilld_fault_ledger);
    if (late & tilld_fault_log) synced(tilld_fault_log);
    late = 0;
    tilld_fault_unlock();
}
