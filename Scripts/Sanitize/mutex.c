// SPDX-License-Identifier: Apache-2.0
//
// Tells ThreadSanitizer of what it cannot see. Swift's Mutex takes a free lock in the code of whoever calls it, which the
// compiler has marked; one that is held is taken and given back in Swift's own library, which it has not. So each state behind a
// Mutex would be reported as soon as two threads wait for one another. These two stand before the library's own
// (stdlib/public/Synchronization/Mutex/LinuxImpl.swift) and add the edge that is missing.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef __attribute__((swiftcall)) void (*Lock)(uint32_t thread, __attribute__((swift_context)) void *handle);
typedef __attribute__((swiftcall)) void (*Unlock)(__attribute__((swift_context)) void *handle);

// Not there in a program without ThreadSanitizer.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

__attribute__((swiftcall)) void lock(uint32_t thread, __attribute__((swift_context)) void *handle) __asm__(LOCK);
__attribute__((swiftcall)) void unlock(__attribute__((swift_context)) void *handle) __asm__(UNLOCK);

static void *next(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) abort();
    return found;
}

__attribute__((swiftcall)) void lock(uint32_t thread, __attribute__((swift_context)) void *handle) {
    ((Lock)next(LOCK))(thread, handle);
    if (__tsan_acquire != NULL) __tsan_acquire(handle);
}

__attribute__((swiftcall)) void unlock(__attribute__((swift_context)) void *handle) {
    if (__tsan_release != NULL) __tsan_release(handle);
    ((Unlock)next(UNLOCK))(handle);
}
