// SPDX-License-Identifier: Apache-2.0

/// Why a scripted daemon cannot listen.
package enum ScriptedDaemonError: Error, Sendable, Hashable {
    /// A system call failed with an error number.
    case failed(String, Int32)
}
