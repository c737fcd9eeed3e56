// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How many descriptors this program and those that it starts may have.
///
/// Source: getrlimit(2).
enum DescriptorLimit {
    /// Sees to it that there may be so many.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if the system does not allow it without asking anybody.
    static func raise(to wanted: Int) throws(BenchFault) {
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { throw .missing("the limit of descriptors is not known") }
        guard var raised = try Self.raised(limit, to: wanted) else { return }
        guard setrlimit(kind, &raised) == 0 else {
            throw .missing("\(wanted) descriptors are needed and not allowed: raise their limit before (ulimit -n)")
        }
    }

    /// The limit that allows so many; nil if this one does.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it may not be raised so far.
    static func raised(_ limit: rlimit, to wanted: Int) throws(BenchFault) -> rlimit? {
        guard limit.rlim_cur < rlim_t(wanted) else { return nil }
        guard limit.rlim_max >= rlim_t(wanted) else {
            throw .missing(
                "\(wanted) descriptors are needed and \(limit.rlim_max) allowed: raise the hard limit (ulimit -Hn)")
        }
        return rlimit(rlim_cur: rlim_t(wanted), rlim_max: limit.rlim_max)
    }
}
