// SPDX-License-Identifier: Apache-2.0

/// When something is recorded: what the core may not find out by itself.
public struct Occasion: Sendable, Hashable, Codable {
    /// Ledger time, which never goes back.
    public let at: Timestamp
    /// Which start of the daemon on this ledger it is; counts from 1, and in a line of life that
    /// a restore began from that line's first number.
    public let boot: Int

    /// How many starts a line of life has numbers for.
    public static let startsPerLine = 1_000_000
    /// How many lines have a mark of six letters.
    public static let linesMax = 1 << 30

    /// States both.
    public init(at: Timestamp, boot: Int) {
        self.at = at
        self.boot = boot
    }

    /// What tells names that are made in this line of the ledger's life from those that were made
    /// after the backup which it began from; empty in the first line.
    var lineMark: String {
        let line = boot / Self.startsPerLine
        guard line > 0 else { return "" }
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        return "L" + stride(from: 25, through: 0, by: -5).map { String(letters[line >> $0 & 31]) }.joined()
    }
}
