// SPDX-License-Identifier: Apache-2.0
// Calls on files. They go to the kernel themselves: whatever the C library would do besides is of no interest here.
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int opened(int folder, const char *path, int flags, mode_t mode) {
    uint32_t kind = tilld_fault_kind_of_path(path);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_open);
    if (verdict == tilld_fault_fail) return -1;
    int descriptor = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (verdict == tilld_fault_call_die || verdict == tilld_fault_halve_die) tilld_fault_die();
    tilld_fault_note(descriptor, kind);
    return descriptor;
}

#define MODE_OF(flags)                                  \
    mode_t mode = 0;                                    \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {            \
        va_list list;                                   \
        va_start(list, flags);                          \
        mode = va_arg(list, mode_t);                    \
        va_end(list);                                   \
    }

int open(const char *path, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, path, flags, mode);
}
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }

int close(int descriptor) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_close);
    tilld_fault_note(descriptor, 0);
    long result = syscall(SYS_close, descriptor);
    if (verdict == tilld_fault_call_die || verdict == tilld_fault_halve_die) tilld_fault_die();
    if (verdict == tilld_fault_fail) {
        // Closed it is, whatever close(2) says.
        errno = EIO;
        return -1;
    }
    return (int)result;
}

static uint32_t write_call(uint32_t kind) {
    return kind == tilld_fault_tcp || kind == tilld_fault_local ? tilld_fault_send : tilld_fault_write;
}

// Writes, at an offset or where the file stands; -1 is where it stands.
static ssize_t put(int descriptor, const void *bytes, size_t count, off_t offset) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, write_call(kind));
    if (verdict == tilld_fault_fail) return -1;
    size_t part = verdict == tilld_fault_halve || verdict == tilld_fault_halve_die ? count / 2 : count;
    if (part == 0 && count > 0 && verdict == tilld_fault_halve) part = 1;
    int remembers = tilld_fault_remembers(kind);
    if (remembers) {
        tilld_fault_lock();
        off_t place = offset >= 0 ? offset : lseek(descriptor, 0, SEEK_CUR);
        tilld_fault_before_write(descriptor, kind, place, part);
    }
    ssize_t result = offset >= 0 ? syscall(SYS_pwrite64, descriptor, bytes, part, offset)
                                 : syscall(SYS_write, descriptor, bytes, part);
    if (remembers) tilld_fault_unlock();
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    if (kind) tilld_fault_after_send(kind);
    return result;
}

ssize_t write(int descriptor, const void *bytes, size_t count) { return put(descriptor, bytes, count, -1); }
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    return put(descriptor, bytes, count, offset);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    return put(descriptor, bytes, count, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, write_call(kind));
    if (verdict == tilld_fault_fail) return -1;
    ssize_t result;
    if ((verdict == tilld_fault_halve || verdict == tilld_fault_halve_die) && count > 0)
        result = syscall(SYS_write, descriptor, parts[0].iov_base, (parts[0].iov_len + 1) / 2);
    else
        result = syscall(SYS_writev, descriptor, parts, count);
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    if (kind) tilld_fault_after_send(kind);
    return result;
}

static int synced(int descriptor, long number) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_sync);
    if (verdict == tilld_fault_fail) return -1;
    int remembers = tilld_fault_remembers(kind);
    // The mutex makes this one moment: what another thread writes meanwhile is not synced by it.
    if (remembers) tilld_fault_lock();
    int result = remembers ? 0 : (int)syscall(number, descriptor);
    if (remembers) {
        tilld_fault_after_sync(kind);
        tilld_fault_unlock();
    }
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    return result;
}

int fsync(int descriptor) { return synced(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return synced(descriptor, SYS_fdatasync); }

static int cut(int descriptor, off_t length) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_truncate);
    if (verdict == tilld_fault_fail) return -1;
    int remembers = tilld_fault_remembers(kind);
    if (remembers) {
        tilld_fault_lock();
        struct stat facts;
        if (fstat(descriptor, &facts) == 0 && facts.st_size > length)
            tilld_fault_before_write(descriptor, kind, length, (size_t)(facts.st_size - length));
    }
    int result = (int)syscall(SYS_ftruncate, descriptor, length);
    if (remembers) tilld_fault_unlock();
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    return result;
}

int ftruncate(int descriptor, off_t length) { return cut(descriptor, length); }
int ftruncate64(int descriptor, off64_t length) { return cut(descriptor, length); }

int unlink(const char *path) {
    enum tilld_fault_verdict verdict = tilld_fault_judge(tilld_fault_kind_of_path(path), tilld_fault_unlink);
    if (verdict == tilld_fault_fail) return -1;
    int result = (int)syscall(SYS_unlink, path);
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    return result;
}

int rename(const char *from, const char *to) {
    enum tilld_fault_verdict verdict = tilld_fault_judge(tilld_fault_kind_of_path(to), tilld_fault_rename);
    if (verdict == tilld_fault_fail) return -1;
    int result = (int)syscall(SYS_rename, from, to);
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    return result;
}

static ssize_t get(int descriptor, void *bytes, size_t count, off_t offset) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    uint32_t call = kind == tilld_fault_tcp || kind == tilld_fault_local ? tilld_fault_receive : tilld_fault_read;
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, call);
    if (verdict == tilld_fault_fail) return -1;
    ssize_t result = offset >= 0 ? syscall(SYS_pread64, descriptor, bytes, count, offset)
                                 : syscall(SYS_read, descriptor, bytes, count);
    if (verdict == tilld_fault_halve_die || verdict == tilld_fault_call_die) tilld_fault_die();
    return result;
}

ssize_t read(int descriptor, void *bytes, size_t count) { return get(descriptor, bytes, count, -1); }
ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) { return get(descriptor, bytes, count, offset); }
ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) {
    return get(descriptor, bytes, count, offset);
}
