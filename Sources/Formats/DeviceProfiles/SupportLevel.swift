// SPDX-License-Identifier: Apache-2.0

/// How sure it is that a profile is right.
package enum SupportLevel: String, Sendable, Hashable, CaseIterable {
    /// The test slip came out right on the real thing, and somebody photographed it.
    case tested
    /// The facts are from the maker's own reference; nobody has printed with it yet.
    case documented
    /// The facts are what printers of its kind have in common, or what users report.
    case expected
}
