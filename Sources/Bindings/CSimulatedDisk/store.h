// SPDX-License-Identifier: Apache-2.0
#ifndef CSIMULATEDDISK_STORE_H
#define CSIMULATEDDISK_STORE_H

#include "CSimulatedDisk.h"
#include <pthread.h>
#include <stddef.h>

/// What is torn, kept or lost as one.
#define SIMDISK_SECTOR 512

/// One copy of a file's content.
typedef struct {
    unsigned char *bytes;
    size_t size, room;
    int exists;
} SimImage;

/// One file: what the disk has, and what programs see.
typedef struct SimFile {
    char *path;
    SimImage platter, cache;
    /// One byte a sector that was changed in the cache since the last sync.
    unsigned char *dirty;
    size_t dirty_room;
    /// The cache is a new file of the name, and the platter still has the deleted one.
    int replaced;
    int is_log, is_database;
    struct SimFile *next;
} SimFile;

/// One disk.
typedef struct {
    int used;
    char *prefix;
    size_t prefix_length;
    uint64_t dice;
    SimFile *files;
    /// Grows with each crash: what was opened before is dead.
    unsigned generation;
    int off, trust;
    uint64_t counts[SIMDISK_OPERATIONS];
    uint64_t lost, torn;
    int armed_operation, armed_fault, armed_lasting, struck;
    uint64_t armed_at;
    pthread_mutex_t lock;
} SimDisk;

/// The disk of a number, locked; NULL if there is none.
SimDisk *simdisk_lock(int number);
void simdisk_unlock(SimDisk *disk);

/// The number of the disk that a path lies on; -1 if it lies on none.
int simdisk_find(const char *path);

/// The file of a path; made if `make`. NULL if it is not there or memory is short.
SimFile *simdisk_file(SimDisk *disk, const char *path, int make);

/// Counts an operation on a file, and gives the fault that strikes it; 0 if none does.
int simdisk_strike(SimDisk *disk, const SimFile *file, int operation);

/// Lets the power go or the process die.
void simdisk_die(SimDisk *disk, int power);

/// Changes the cache of a file. 0 if memory is short.
int simfile_write(SimFile *file, const void *bytes, size_t count, size_t offset);
int simfile_truncate(SimFile *file, size_t size);
void simfile_remove(SimFile *file, int durably);

/// Carries the cache of a file to the platter. 0 if memory is short.
int simfile_sync(SimFile *file);

/// Makes durable which names there are; a name whose content was never synced is an empty file.
void simdisk_sync_names(SimDisk *disk);

#endif
