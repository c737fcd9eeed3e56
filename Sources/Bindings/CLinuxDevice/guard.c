// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "tilld_guard.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>

// Some machines tell the page of a fault, not its byte.
#define LARGEST_PAGE 65536

static _Thread_local sigjmp_buf escape;
static _Thread_local volatile uintptr_t guarded;
static _Thread_local volatile size_t guarded_count;

static struct sigaction before;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void caught(int number, siginfo_t *what, void *context) {
    uintptr_t place = (uintptr_t)what->si_addr;
    uintptr_t start = guarded;
    if (start != 0 && what->si_code > 0 && place + LARGEST_PAGE > start && place < start + guarded_count) {
        guarded = 0;
        siglongjmp(escape, 1);
    }
    // Nothing of ours: whoever cared before, or the end that the kernel would have made.
    if (before.sa_flags & SA_SIGINFO) {
        before.sa_sigaction(number, what, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(number);
    } else {
        sigaction(number, &before, NULL);
        if (what->si_code <= 0) raise(number);
    }
}

static void install(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = caught;
    // The jump leaves the handler without returning, so that the signal must not stay blocked.
    action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, &before);
}

int tilld_copy(void *to, const void *from, size_t count) {
    pthread_once(&once, install);
    if (sigsetjmp(escape, 0) != 0) return -EFAULT;
    guarded_count = count;
    guarded = (uintptr_t)to;
    memcpy(to, from, count);
    // The compiler must not move the copy behind the end of its guard.
    __asm__ volatile("" ::: "memory");
    guarded = 0;
    return 0;
}
