// SPDX-License-Identifier: Apache-2.0
#pragma once

// mallopt(3), which Swift's module of the C library leaves out.
#include <malloc.h>
