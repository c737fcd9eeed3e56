// SPDX-License-Identifier: Apache-2.0

/// Exit statuses of sysexits.h that findings are worth.
enum CheckStatus {
    /// Somebody out there does not answer, or a device is not there.
    static let unavailable: Int32 = 69
    /// The ledger's disk.
    static let storage: Int32 = 74
    /// What a person set up is wrong.
    static let configuration: Int32 = 78
}
