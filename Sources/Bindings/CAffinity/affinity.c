// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "CAffinity.h"
#include <sched.h>
#include <string.h>

int tilld_get_affinity(unsigned char *set, unsigned long bytes) {
    memset(set, 0, bytes);
    return sched_getaffinity(0, bytes, (cpu_set_t *)set);
}

int tilld_set_affinity(const unsigned char *set, unsigned long bytes) {
    return sched_setaffinity(0, bytes, (const cpu_set_t *)set);
}
