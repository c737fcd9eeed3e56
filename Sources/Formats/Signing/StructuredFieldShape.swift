// SPDX-License-Identifier: Apache-2.0

/// The three top-level shapes of a structured field.
enum StructuredFieldShape: Sendable {
    /// One value with parameters.
    case item
    /// Values and inner lists in order.
    case list
    /// Values and inner lists by key.
    case dictionary
}
