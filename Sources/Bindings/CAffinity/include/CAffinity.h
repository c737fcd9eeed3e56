// SPDX-License-Identifier: Apache-2.0
#pragma once

// sched_getaffinity(2) and sched_setaffinity(2) for the thread that calls, which Swift does not import: glibc has them for
// GNU sources alone. The set is a bit a core, the lowest core in the lowest bit. Both answer 0, or -1 with errno.
int tilld_get_affinity(unsigned char *set, unsigned long bytes);
int tilld_set_affinity(const unsigned char *set, unsigned long bytes);
