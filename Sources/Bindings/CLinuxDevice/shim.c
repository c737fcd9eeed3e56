// SPDX-License-Identifier: Apache-2.0
#include "CLinuxDevice.h"

#include <errno.h>

const unsigned long tilld_fbio_waitforvsync = FBIO_WAITFORVSYNC;

int tilld_ioctl_pointer(int descriptor, unsigned long request, void *argument) {
    int answer;
    do {
        answer = ioctl(descriptor, request, argument);
    } while (answer < 0 && errno == EINTR);
    return answer < 0 ? -errno : 0;
}

int tilld_ioctl_value(int descriptor, unsigned long request, long argument) {
    int answer;
    do {
        answer = ioctl(descriptor, request, argument);
    } while (answer < 0 && errno == EINTR);
    return answer < 0 ? -errno : 0;
}
