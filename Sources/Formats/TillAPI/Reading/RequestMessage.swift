// SPDX-License-Identifier: Apache-2.0

/// A request body that ``RequestReader`` can read strictly.
public protocol RequestMessage: Codable, Sendable, Hashable {
    /// The members that the message knows; every other one is refused.
    static var members: [String] { get }

    /// Whether no body at all means the same as `{}`.
    static var bodyMayBeMissing: Bool { get }

    /// Takes the message out of an object whose members are known.
    ///
    /// - Throws: The ``Problem`` that names the first member that is missing or wrong.
    init(reading object: RequestObject) throws(Problem)
}

extension RequestMessage {
    /// A body must be there, unless a message says otherwise.
    public static var bodyMayBeMissing: Bool { false }
}
