// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// How many descriptors this process may have.
enum Descriptors {
    /// What is worth asking for: a thousand readers of events, twice over.
    static let wanted: rlim_t = 8192

    /// How many it may have now.
    static var max: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        return Int(clamping: limit.rlim_cur)
    }

    /// How many it has open; nil if the system does not say.
    static var open: Int? {
        // What lists them has one open itself.
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { $0.count - 1 }
    }

    /// Raises the limit as far as the system allows without asking anybody.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < wanted else {
            return
        }
        limit.rlim_cur = Swift.min(limit.rlim_max, wanted)
        // Where it is refused, connections wait in the kernel as before.
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
