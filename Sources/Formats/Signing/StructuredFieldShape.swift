// SPDX-License-Identifier: Apache-2.0

/// The three top-level shapes of a structured field.
enum StructuredFieldShape: Sendable {
    case item, list, dictionary
}
