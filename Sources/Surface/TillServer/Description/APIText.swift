// SPDX-License-Identifier: Apache-2.0

/// The file `openapi.yaml`, which says what the local API is; a test keeps the parts equal to it.
enum APIText {
    /// The file.
    static let yaml = parts.map { $0 + "\n" }.joined()
}
