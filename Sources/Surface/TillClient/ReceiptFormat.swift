// SPDX-License-Identifier: Apache-2.0

/// The forms of a receipt.
public enum ReceiptFormat: String, Sendable, Hashable, CaseIterable {
    /// UTF-8 text.
    case text
    /// A PNG picture.
    case png
}
