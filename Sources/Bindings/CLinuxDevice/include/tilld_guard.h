// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stddef.h>

// Copies to mapped memory of a device that may have left; answers 0, or the negated EFAULT if it has.
// Memory that left raises SIGBUS, which would end the process.
int tilld_copy(void *to, const void *from, size_t count);
