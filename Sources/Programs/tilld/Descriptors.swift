// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How many descriptors this process may have.
enum Descriptors {
    /// What is worth asking for: a thousand readers of events, twice over.
    static let wanted: rlim_t = 8192

    /// Raises the limit as far as the system allows without asking anybody.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < wanted else {
            return
        }
        limit.rlim_cur = min(limit.rlim_max, wanted)
        // Where it is refused, connections wait in the kernel as before.
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
