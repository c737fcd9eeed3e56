// SPDX-License-Identifier: Apache-2.0

import CMalloc

/// How the C library keeps this process's memory.
enum Heaps {
    /// From how many bytes on a piece of memory is the kernel's own again as soon as it is given back, and how much may be
    /// kept at a heap's end.
    private static let keptMax: Int32 = 64 << 10

    /// Has all threads share one heap, from now on.
    ///
    /// By itself the C library makes eight for each processor, and each keeps what its threads ever had at once: of a
    /// daemon that follows sales for months, most of that is never used again. Threads that would be in each other's way
    /// at one heap are no matter here: what takes time is the disk.
    ///
    /// Source: mallopt(3).
    static func share() {
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, keptMax)
        mallopt(M_TRIM_THRESHOLD, keptMax)
    }
}
