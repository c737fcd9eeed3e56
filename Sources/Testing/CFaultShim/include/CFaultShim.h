// SPDX-License-Identifier: Apache-2.0
#pragma once

// Nothing is called by name: the library is loaded into another program (LD_PRELOAD) and stands before its C library.
