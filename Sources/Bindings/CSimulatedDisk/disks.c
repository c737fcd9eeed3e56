// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <stdlib.h>
#include <string.h>

enum { DISKS_MAX = 1024 };

static SimDisk disks[DISKS_MAX];
static pthread_mutex_t all = PTHREAD_MUTEX_INITIALIZER;

SimDisk *simdisk_lock(int number) {
    if (number < 0 || number >= DISKS_MAX || !disks[number].used) return NULL;
    pthread_mutex_lock(&disks[number].lock);
    return &disks[number];
}

void simdisk_unlock(SimDisk *disk) { pthread_mutex_unlock(&disk->lock); }

/// Whether a file is one of a disk's: the database, or what SQLite keeps beside it.
///
/// All others, such as copies that are made of the database, lie on the real disk.
static int lies_on(const SimDisk *disk, const char *path) {
    if (!disk->used || strncmp(path, disk->prefix, disk->prefix_length) != 0) return 0;
    char next = path[disk->prefix_length];
    return next == 0 || next == '-';
}

int simdisk_find(const char *path) {
    int found = -1;
    if (!path) return found;
    pthread_mutex_lock(&all);
    for (int number = 0; number < DISKS_MAX && found < 0; number++) {
        if (lies_on(&disks[number], path)) found = number;
    }
    pthread_mutex_unlock(&all);
    return found;
}

int simdisk_make(const char *prefix, uint64_t seed) {
    int made = -1;
    pthread_mutex_lock(&all);
    for (int number = 0; number < DISKS_MAX && made < 0; number++) {
        SimDisk *disk = &disks[number];
        if (disk->used) continue;
        memset(disk, 0, sizeof *disk);
        disk->prefix = strdup(prefix);
        if (!disk->prefix) break;
        disk->prefix_length = strlen(prefix);
        disk->dice = seed;
        pthread_mutex_init(&disk->lock, NULL);
        disk->used = 1;
        made = number;
    }
    pthread_mutex_unlock(&all);
    return made;
}

void simdisk_free(int number) {
    pthread_mutex_lock(&all);
    if (number >= 0 && number < DISKS_MAX && disks[number].used) {
        SimDisk *disk = &disks[number];
        for (SimFile *file = disk->files; file;) {
            SimFile *next = file->next;
            free(file->path);
            free(file->platter.bytes);
            free(file->cache.bytes);
            free(file->dirty);
            free(file);
            file = next;
        }
        free(disk->prefix);
        pthread_mutex_destroy(&disk->lock);
        disk->used = 0;
    }
    pthread_mutex_unlock(&all);
}

SimFile *simdisk_file(SimDisk *disk, const char *path, int make) {
    SimFile *file = disk->files;
    while (file && strcmp(file->path, path) != 0) file = file->next;
    if (file && (file->cache.exists || !make)) return file->cache.exists ? file : NULL;
    if (!make) return NULL;
    if (!file) {
        file = calloc(1, sizeof *file);
        if (!file || !(file->path = strdup(path))) {
            free(file);
            return NULL;
        }
        size_t length = strlen(path);
        file->is_log = length > 4 && strcmp(path + length - 4, "-wal") == 0;
        file->is_database = length == disk->prefix_length;
        file->next = disk->files;
        disk->files = file;
    }
    file->cache.exists = 1;
    return file;
}

/// Whether an operation is one that the armed fault waits for.
static int matches(const SimDisk *disk, int operation) {
    if (disk->armed_operation != SIMDISK_ANY_CHANGE) return disk->armed_operation == operation;
    return operation == SIMDISK_WRITE || operation == SIMDISK_SYNC || operation == SIMDISK_TRUNCATE
        || operation == SIMDISK_DELETE;
}

int simdisk_strike(SimDisk *disk, const SimFile *file, int operation) {
    disk->counts[operation]++;
    if (!disk->armed_fault || !matches(disk, operation)) return 0;
    if (disk->armed_at > 1) {
        disk->armed_at--;
        return 0;
    }
    int fault = disk->armed_fault;
    disk->struck = file && file->is_log ? 2 : 1;
    if (!disk->armed_lasting) disk->armed_fault = 0;
    return fault;
}

void simdisk_arm(int number, int operation, uint64_t at, int fault, int lasting) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return;
    disk->armed_operation = operation;
    disk->armed_at = at;
    disk->armed_fault = at ? fault : 0;
    disk->armed_lasting = lasting;
    disk->struck = 0;
    simdisk_unlock(disk);
}

int simdisk_struck(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return 0;
    int struck = disk->struck;
    simdisk_unlock(disk);
    return struck;
}

void simdisk_trust(int number, int trust) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return;
    disk->trust = trust;
    simdisk_unlock(disk);
}

void simdisk_flush(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return;
    for (SimFile *file = disk->files; file && !disk->off; file = file->next) simfile_sync(file);
    if (!disk->off) simdisk_sync_names(disk);
    simdisk_unlock(disk);
}

static void die(int number, int power) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return;
    if (!disk->off) simdisk_die(disk, power);
    simdisk_unlock(disk);
}

void simdisk_cut_power(int number) { die(number, 1); }

void simdisk_kill(int number) { die(number, 0); }

int simdisk_is_off(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return 1;
    int off = disk->off;
    simdisk_unlock(disk);
    return off;
}

void simdisk_start(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return;
    disk->off = 0;
    simdisk_unlock(disk);
}

uint64_t simdisk_count(int number, int operation) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return 0;
    uint64_t count = operation >= 0 && operation < SIMDISK_OPERATIONS ? disk->counts[operation] : 0;
    simdisk_unlock(disk);
    return count;
}

uint64_t simdisk_lost(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return 0;
    uint64_t lost = disk->lost;
    simdisk_unlock(disk);
    return lost;
}

uint64_t simdisk_torn(int number) {
    SimDisk *disk = simdisk_lock(number);
    if (!disk) return 0;
    uint64_t torn = disk->torn;
    simdisk_unlock(disk);
    return torn;
}
