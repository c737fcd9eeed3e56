// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <stdlib.h>
#include <string.h>

/// Gives an image room for so many bytes; what is new is zero.
static int grow(SimImage *image, size_t size) {
    if (size <= image->room) return 1;
    size_t room = image->room ? image->room : 4096;
    while (room < size) room *= 2;
    unsigned char *bytes = realloc(image->bytes, room);
    if (!bytes) return 0;
    memset(bytes + image->room, 0, room - image->room);
    image->bytes = bytes;
    image->room = room;
    return 1;
}

/// Sets the size of an image; bytes beyond its end are zero at all times.
static int resize(SimImage *image, size_t size) {
    if (!grow(image, size)) return 0;
    if (size < image->size) memset(image->bytes + size, 0, image->size - size);
    image->size = size;
    return 1;
}

/// Marks the sectors of a stretch as changed.
static int mark(SimFile *file, size_t from, size_t to) {
    size_t last = (to + SIMDISK_SECTOR - 1) / SIMDISK_SECTOR;
    if (last > file->dirty_room) {
        size_t room = file->dirty_room ? file->dirty_room : 64;
        while (room < last) room *= 2;
        unsigned char *dirty = realloc(file->dirty, room);
        if (!dirty) return 0;
        memset(dirty + file->dirty_room, 0, room - file->dirty_room);
        file->dirty = dirty;
        file->dirty_room = room;
    }
    if (last > from / SIMDISK_SECTOR) memset(file->dirty + from / SIMDISK_SECTOR, 1, last - from / SIMDISK_SECTOR);
    return 1;
}

int simfile_write(SimFile *file, const void *bytes, size_t count, size_t offset) {
    if (!mark(file, offset, offset + count)) return 0;
    if (offset + count > file->cache.size && !resize(&file->cache, offset + count)) return 0;
    memcpy(file->cache.bytes + offset, bytes, count);
    return 1;
}

int simfile_truncate(SimFile *file, size_t size) {
    size_t before = file->cache.size;
    // Whether the end is gone or still there is as open as what was written.
    if (!mark(file, size < before ? size : before, size < before ? before : size)) return 0;
    return resize(&file->cache, size);
}

void simfile_remove(SimFile *file, int durably) {
    resize(&file->cache, 0);
    file->cache.exists = 0;
    if (file->dirty) memset(file->dirty, 0, file->dirty_room);
    if (durably) {
        resize(&file->platter, 0);
        file->platter.exists = 0;
    }
    file->replaced = file->platter.exists;
}

void simdisk_sync_names(SimDisk *disk) {
    for (SimFile *file = disk->files; file; file = file->next) {
        if (file->replaced || !file->cache.exists) resize(&file->platter, 0);
        file->platter.exists = file->cache.exists;
        file->replaced = 0;
    }
}

int simfile_sync(SimFile *file) {
    if (file->replaced) resize(&file->platter, 0);
    if (!resize(&file->platter, file->cache.size)) return 0;
    for (size_t sector = 0; sector < file->dirty_room; sector++) {
        if (!file->dirty[sector]) continue;
        file->dirty[sector] = 0;
        size_t from = sector * SIMDISK_SECTOR;
        if (from >= file->cache.size) continue;
        size_t rest = file->cache.size - from;
        memcpy(file->platter.bytes + from, file->cache.bytes + from, rest < SIMDISK_SECTOR ? rest : SIMDISK_SECTOR);
    }
    file->platter.exists = file->cache.exists;
    file->replaced = 0;
    return 1;
}

static uint64_t roll(SimDisk *disk) {
    // SplitMix64, by Steele, Lea and Flood.
    uint64_t mixed = disk->dice += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

/// Lets one changed sector be kept, lost or torn.
static void settle_sector(SimDisk *disk, SimFile *file, size_t from, unsigned chance_kept) {
    if (from >= file->platter.size) return;
    size_t count = file->platter.size - from < SIMDISK_SECTOR ? file->platter.size - from : SIMDISK_SECTOR;
    unsigned char new[SIMDISK_SECTOR] = {0};
    if (from < file->cache.size) {
        size_t rest = file->cache.size - from;
        memcpy(new, file->cache.bytes + from, rest < count ? rest : count);
    }
    unsigned char *old = file->platter.bytes + from;
    unsigned face = (unsigned)(roll(disk) % 100);
    if (face < chance_kept) {
        memcpy(old, new, count);
    } else if (face < chance_kept + 12) {
        // The head was over the sector when the power went: one end is new. Bytes that nobody wrote are the same in both.
        size_t cut = (size_t)(roll(disk) % count);
        if (roll(disk) & 1) memcpy(old, new, cut);
        else memcpy(old + cut, new + cut, count - cut);
        disk->torn++;
    } else {
        disk->lost++;
    }
}

/// Decides what a power cut leaves of a file.
static void settle(SimDisk *disk, SimFile *file) {
    int is_dirty = file->cache.exists != file->platter.exists || file->replaced || file->cache.size != file->platter.size;
    for (size_t sector = 0; !is_dirty && sector < file->dirty_room; sector++) is_dirty = file->dirty[sector];
    if (!is_dirty) return;
    if (file->replaced || !file->cache.exists) {
        // The directory is a file too: the new name, or none, may not have reached it.
        if (roll(disk) & 1) {
            resize(&file->platter, 0);
            file->platter.exists = file->cache.exists;
        } else if (file->platter.exists) {
            file->cache.exists = 0;
        }
    } else if (!file->platter.exists) {
        file->platter.exists = (int)(roll(disk) & 1);
    }
    if (file->platter.exists && file->cache.exists) {
        // Most cuts keep nearly all or nearly nothing; the rest are the nasty ones.
        unsigned chance_kept = (unsigned[]){0, 0, 20, 50, 80, 88}[roll(disk) % 6];
        if (file->cache.size > file->platter.size || roll(disk) % 100 < 50) {
            if (roll(disk) % 100 < 70) resize(&file->platter, file->cache.size);
        }
        for (size_t sector = 0; sector < file->dirty_room; sector++) {
            if (file->dirty[sector]) settle_sector(disk, file, sector * SIMDISK_SECTOR, chance_kept);
        }
    }
    if (!file->platter.exists) resize(&file->platter, 0);
}

/// Makes programs see what the platter has.
static void reload(SimFile *file) {
    file->cache.exists = file->platter.exists;
    if (resize(&file->cache, file->platter.size) && file->platter.size) {
        memcpy(file->cache.bytes, file->platter.bytes, file->platter.size);
    }
    if (file->dirty) memset(file->dirty, 0, file->dirty_room);
    file->replaced = 0;
}

void simdisk_die(SimDisk *disk, int power) {
    if (power) {
        for (SimFile *file = disk->files; file; file = file->next) {
            settle(disk, file);
            reload(file);
        }
    }
    disk->off = 1;
    disk->generation++;
}
