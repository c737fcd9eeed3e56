// SPDX-License-Identifier: Apache-2.0
#include "CStore.h"

#include <stddef.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

int tilld_sqlite_configure(sqlite3 *connection, int option, int value) {
    return sqlite3_db_config(connection, option, value, NULL);
}

int64_t tilld_free_bytes(const char *path) {
    struct statvfs system;
    if (statvfs(path, &system) != 0) return -1;
    return (int64_t)system.f_bavail * (int64_t)system.f_frsize;
}

uint64_t tilld_file_system(const char *path) {
    struct stat file;
    return stat(path, &file) == 0 ? (uint64_t)file.st_dev : 0;
}
