// SPDX-License-Identifier: Apache-2.0

/// The forms of a payment code.
public enum CodeFormat: String, Sendable, Hashable, CaseIterable {
    /// Half blocks of UTF-8 text, two modules a character.
    case text
    /// A PNG picture.
    case png
    /// The text in the code.
    case payload
}
