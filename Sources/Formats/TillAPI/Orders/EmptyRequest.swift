// SPDX-License-Identifier: Apache-2.0

/// The body of a write that needs no words: `{}`.
///
/// It cancels, checks or reprints, as the path says.
public struct EmptyRequest: RequestMessage {
    /// Creates the message.
    public init() {}

    /// There are no members.
    public static let members: [String] = []

    /// No body at all means the same.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object without members.
    public init(reading object: RequestObject) throws(Problem) {}
}
