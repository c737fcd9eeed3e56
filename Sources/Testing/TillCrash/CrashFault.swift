// SPDX-License-Identifier: Apache-2.0

/// Why a run could not be made; nothing is said about the daemon then.
struct CrashFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
