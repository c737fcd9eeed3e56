// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/// An open file of a disk, as SQLite holds it.
typedef struct {
    sqlite3_file base;
    int disk;
    unsigned generation;
    SimFile *file;
    int deletes_itself;
    // The next sync makes durable which names there are, too: the VFS for Linux syncs the folder with the first sync of
    // a log or a journal that it was told to create, even if the file was there.
    int syncs_names;
} OpenFile;

static sqlite3_vfs *below;

/// What SQLite is told about an operation that was struck; lets the disk die where the fault says so.
static int suffer(SimDisk *disk, int fault, int code) {
    switch (fault) {
    case SIMDISK_POWER_CUT: simdisk_die(disk, 1); return code;
    case SIMDISK_KILL: simdisk_die(disk, 0); return code;
    case SIMDISK_ENOSPC: return SQLITE_FULL;
    default: return code;
    }
}

/// Locks the disk of an open file; NULL if the file has died meanwhile.
static SimDisk *enter(const OpenFile *open) {
    SimDisk *disk = simdisk_lock(open->disk);
    if (!disk) return NULL;
    if (!disk->off && disk->generation == open->generation) return disk;
    simdisk_unlock(disk);
    return NULL;
}

static int leave(SimDisk *disk, int code) {
    simdisk_unlock(disk);
    return code;
}

static int close_file(sqlite3_file *handle) {
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = open->deletes_itself ? enter(open) : NULL;
    if (disk) {
        simfile_remove(open->file, 0);
        simdisk_unlock(disk);
    }
    return SQLITE_OK;
}

static int read_file(sqlite3_file *handle, void *bytes, int count, sqlite3_int64 offset) {
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = enter(open);
    if (!disk) return SQLITE_IOERR_READ;
    int fault = simdisk_strike(disk, open->file, SIMDISK_READ);
    if (fault) return leave(disk, suffer(disk, fault, SQLITE_IOERR_READ));
    size_t size = open->file->cache.size;
    size_t have = (size_t)offset < size ? size - (size_t)offset : 0;
    if (have > (size_t)count) have = (size_t)count;
    if (have) memcpy(bytes, open->file->cache.bytes + offset, have);
    // SQLite wants the rest to be zero.
    if (have < (size_t)count) memset((char *)bytes + have, 0, (size_t)count - have);
    return leave(disk, have < (size_t)count ? SQLITE_IOERR_SHORT_READ : SQLITE_OK);
}

static int write_file(sqlite3_file *handle, const void *bytes, int count, sqlite3_int64 offset) {
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = enter(open);
    if (!disk) return SQLITE_IOERR_WRITE;
    int fault = simdisk_strike(disk, open->file, SIMDISK_WRITE);
    // A crash strikes in the middle: what was written is among what the dice decide about.
    size_t arrives = fault == SIMDISK_EIO || fault == SIMDISK_ENOSPC ? 0 : (size_t)count;
    if (fault == SIMDISK_SHORT || fault == SIMDISK_KILL) arrives = (size_t)count / 2;
    if (arrives && !simfile_write(open->file, bytes, arrives, (size_t)offset)) return leave(disk, SQLITE_NOMEM);
    if (fault == SIMDISK_SHORT) return leave(disk, SQLITE_FULL);
    return leave(disk, fault ? suffer(disk, fault, SQLITE_IOERR_WRITE) : SQLITE_OK);
}

static int truncate_file(sqlite3_file *handle, sqlite3_int64 size) {
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = enter(open);
    if (!disk) return SQLITE_IOERR_TRUNCATE;
    int fault = simdisk_strike(disk, open->file, SIMDISK_TRUNCATE);
    if (fault == SIMDISK_EIO || fault == SIMDISK_ENOSPC || fault == SIMDISK_SHORT)
        return leave(disk, SQLITE_IOERR_TRUNCATE);
    if (!simfile_truncate(open->file, (size_t)size)) return leave(disk, SQLITE_NOMEM);
    return leave(disk, fault ? suffer(disk, fault, SQLITE_IOERR_TRUNCATE) : SQLITE_OK);
}

static int sync_file(sqlite3_file *handle, int flags) {
    (void)flags;
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = enter(open);
    if (!disk) return SQLITE_IOERR_FSYNC;
    int fault = simdisk_strike(disk, open->file, SIMDISK_SYNC);
    if (fault) return leave(disk, suffer(disk, fault, SQLITE_IOERR_FSYNC));
    int skips = disk->trust == SIMDISK_LIES || (disk->trust == SIMDISK_LAZY_LOG && open->file->is_log);
    if (skips) return leave(disk, SQLITE_OK);
    if (!simfile_sync(open->file)) return leave(disk, SQLITE_NOMEM);
    if (open->syncs_names) simdisk_sync_names(disk);
    open->syncs_names = 0;
    return leave(disk, SQLITE_OK);
}

static int size_of_file(sqlite3_file *handle, sqlite3_int64 *size) {
    OpenFile *open = (OpenFile *)handle;
    SimDisk *disk = enter(open);
    if (!disk) return SQLITE_IOERR_FSTAT;
    *size = (sqlite3_int64)open->file->cache.size;
    return leave(disk, SQLITE_OK);
}

// One process has the disk, and the ledger's own lock keeps a second daemon off.
static int lock_file(sqlite3_file *handle, int level) { (void)handle, (void)level; return SQLITE_OK; }

static int unlock_file(sqlite3_file *handle, int level) { (void)handle, (void)level; return SQLITE_OK; }

static int is_reserved(sqlite3_file *handle, int *result) {
    (void)handle;
    *result = 0;
    return SQLITE_OK;
}

static int control(sqlite3_file *handle, int operation, void *argument) {
    (void)handle, (void)operation, (void)argument;
    return SQLITE_NOTFOUND;
}

// As the VFS for Linux says it of a usual disk.
static int sector_size(sqlite3_file *handle) { (void)handle; return 4096; }

static int characteristics(sqlite3_file *handle) { (void)handle; return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// Version 1 has no shared memory: a log then needs locking_mode = EXCLUSIVE, which the ledger sets.
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static int open_path(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *out_flags) {
    (void)vfs;
    int number = simdisk_find(path);
    if (number < 0) return below->xOpen(below, path, handle, flags, out_flags);
    OpenFile *open = (OpenFile *)handle;
    memset(open, 0, sizeof *open);
    SimDisk *disk = simdisk_lock(number);
    if (!disk || disk->off) return disk ? leave(disk, SQLITE_CANTOPEN) : SQLITE_CANTOPEN;
    int fault = simdisk_strike(disk, NULL, SIMDISK_OPEN);
    if (fault) return leave(disk, suffer(disk, fault, SQLITE_CANTOPEN));
    open->file = simdisk_file(disk, path, flags & SQLITE_OPEN_CREATE);
    if (!open->file) return leave(disk, SQLITE_CANTOPEN);
    open->disk = number;
    open->generation = disk->generation;
    open->deletes_itself = flags & SQLITE_OPEN_DELETEONCLOSE;
    int beside = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
    open->syncs_names = (flags & SQLITE_OPEN_CREATE) && (flags & beside);
    open->base.pMethods = &methods;
    if (out_flags) *out_flags = flags;
    return leave(disk, SQLITE_OK);
}

static int delete_path(sqlite3_vfs *vfs, const char *path, int sync_folder) {
    (void)vfs;
    int number = simdisk_find(path);
    if (number < 0) return below->xDelete(below, path, sync_folder);
    SimDisk *disk = simdisk_lock(number);
    if (!disk || disk->off) return disk ? leave(disk, SQLITE_IOERR_DELETE) : SQLITE_IOERR_DELETE;
    SimFile *file = simdisk_file(disk, path, 0);
    if (!file) return leave(disk, SQLITE_IOERR_DELETE_NOENT);
    int fault = simdisk_strike(disk, file, SIMDISK_DELETE);
    if (fault && fault != SIMDISK_POWER_CUT && fault != SIMDISK_KILL) return leave(disk, SQLITE_IOERR_DELETE);
    simfile_remove(file, sync_folder && !fault && disk->trust != SIMDISK_LIES);
    return leave(disk, fault ? suffer(disk, fault, SQLITE_IOERR_DELETE) : SQLITE_OK);
}

static int access_path(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    (void)vfs;
    int number = simdisk_find(path);
    if (number < 0) return below->xAccess(below, path, flags, result);
    SimDisk *disk = simdisk_lock(number);
    if (!disk || disk->off) return disk ? leave(disk, SQLITE_IOERR_ACCESS) : SQLITE_IOERR_ACCESS;
    SimFile *file = simdisk_file(disk, path, 0);
    // As the VFS for Linux has it: an empty file is as good as none.
    *result = file && (flags != SQLITE_ACCESS_EXISTS || file->cache.size > 0);
    return leave(disk, SQLITE_OK);
}

static int full_path(sqlite3_vfs *vfs, const char *path, int size, char *out) {
    (void)vfs;
    if (simdisk_find(path) < 0) return below->xFullPathname(below, path, size, out);
    return snprintf(out, (size_t)size, "%s", path) < size ? SQLITE_OK : SQLITE_CANTOPEN;
}

static int randomness(sqlite3_vfs *vfs, int count, char *bytes) { (void)vfs; return below->xRandomness(below, count, bytes); }

static int nap(sqlite3_vfs *vfs, int microseconds) { (void)vfs; return below->xSleep(below, microseconds); }

static int day(sqlite3_vfs *vfs, double *time) { (void)vfs; return below->xCurrentTime(below, time); }

static int last_error(sqlite3_vfs *vfs, int size, char *text) { (void)vfs; return below->xGetLastError(below, size, text); }

static sqlite3_vfs simulated = {
    .iVersion = 1,
    .zName = "simulated",
    .xOpen = open_path,
    .xDelete = delete_path,
    .xAccess = access_path,
    .xFullPathname = full_path,
    .xRandomness = randomness,
    .xSleep = nap,
    .xCurrentTime = day,
    .xGetLastError = last_error,
};

static int installed;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void install(void) {
    below = sqlite3_vfs_find(NULL);
    if (!below) return;
    int size = (int)sizeof(OpenFile);
    simulated.szOsFile = below->szOsFile > size ? below->szOsFile : size;
    simulated.mxPathname = below->mxPathname;
    installed = sqlite3_vfs_register(&simulated, 1) == SQLITE_OK;
}

int simdisk_install(void) {
    pthread_once(&once, install);
    return installed ? 0 : -1;
}

int simdisk_ask(const char *path, const char *sql, char *answer, int size) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL);
    if (code == SQLITE_OK) code = sqlite3_exec(database, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    const unsigned char *text = code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    if (code == SQLITE_ROW) snprintf(answer, (size_t)size, "%s", text ? (const char *)text : "");
    else snprintf(answer, (size_t)size, "%s", database ? sqlite3_errmsg(database) : "out of memory");
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return code == SQLITE_ROW ? 0 : -1;
}
