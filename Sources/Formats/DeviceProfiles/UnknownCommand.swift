// SPDX-License-Identifier: Apache-2.0

/// Commands that some printers do not know and print as text.
package enum UnknownCommand: String, Sendable, Hashable, CaseIterable {
    /// Stored graphics, `1D 28 4C`: pages of signs.
    case graphics
    /// The buzzer, `1B 28 41`.
    case buzzer
    /// Codes that the printer makes, `1D 28 6B`: the payload in plain letters.
    case codes
    /// The process id, `1D 28 48`.
    case processID = "process_id"
}
