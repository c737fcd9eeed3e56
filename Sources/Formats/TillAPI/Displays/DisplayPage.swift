// SPDX-License-Identifier: Apache-2.0

/// The customer screens and how codes stand on them.
public struct DisplayPage: Codable, Sendable, Hashable {
    /// The displays, in the order of the configuration: `[]`.
    public var displays: [DisplayResource]

    /// Creates the message from its parts.
    public init(displays: [DisplayResource]) { self.displays = displays }
}
