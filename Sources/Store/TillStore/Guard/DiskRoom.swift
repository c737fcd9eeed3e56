// SPDX-License-Identifier: Apache-2.0

import CStore

/// How much room the disk of a ledger must have, and who says how much it has.
package struct DiskRoom: Sendable {
    /// Below these bytes no new sale is opened; what is open needs them to come to its end.
    package let reserve: Int64
    /// The bytes of a file that does nothing but keep room, and is given up for open sales.
    package let ballast: Int64
    /// The bytes that may still be written to the disk of a folder; nil if nobody knows.
    package let free: @Sendable (_ folder: String) -> Int64?

    /// States all three.
    package init(
        reserve: Int64, ballast: Int64, free: @escaping @Sendable (_ folder: String) -> Int64?
    ) {
        self.reserve = reserve
        self.ballast = ballast
        self.free = free
    }

    /// 16 MiB for what is open, 4 MiB of ballast, and what the system says.
    package static let standard = DiskRoom(
        reserve: 16 << 20, ballast: 4 << 20, free: { systemFree($0) })

    /// What the system says of the disk of a folder, for this user.
    package static func systemFree(_ folder: String) -> Int64? {
        let bytes = tilld_free_bytes(folder)
        return bytes >= 0 ? bytes : nil
    }
}
