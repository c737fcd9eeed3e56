// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>
#include <stdint.h>

// Options of sqlite3_db_config that Swift reads by these names.
enum {
    tilld_sqlite_defensive = SQLITE_DBCONFIG_DEFENSIVE,
    tilld_sqlite_no_checkpoint_on_close = SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
};

// Calls sqlite3_db_config, which is variadic, for an option that is on or off.
int tilld_sqlite_configure(sqlite3 *connection, int option, int value);

// The bytes that this user may still write to the file system of a path; -1 if nobody says.
int64_t tilld_free_bytes(const char *path);

// Which file system a path is on; 0 if there is none.
uint64_t tilld_file_system(const char *path);
