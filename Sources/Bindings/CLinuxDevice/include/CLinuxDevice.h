// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tilld_drm.h"
#include "tilld_guard.h"

#include <linux/fb.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>

// The requests that are built by macros, which Swift does not import.
extern const unsigned long tilld_fbio_waitforvsync;

// Calls ioctl(2), which is variadic, and answers 0 or the negated errno.
int tilld_ioctl_pointer(int descriptor, unsigned long request, void *argument);
int tilld_ioctl_value(int descriptor, unsigned long request, long argument);
