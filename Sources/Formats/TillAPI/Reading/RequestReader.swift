// SPDX-License-Identifier: Apache-2.0

/// Reads request bodies, and refuses what it does not understand.
///
/// Nothing is guessed: a member that is unknown, doubled, missing, of another kind or too long is
/// a ``Problem`` that names its path. Integers are digits: neither `12.0` nor `1e3` nor `"12"`.
public enum RequestReader {
    /// The largest body, in bytes.
    public static let bodyLimit = 65_536

    /// Reads a request body.
    ///
    /// - Throws: The first ``Problem`` that the body has; its `field` is a path such as
    ///   `amount.value` wherever a member is to blame.
    public static func read<Message: RequestMessage>(
        _ type: Message.Type, from bytes: [UInt8]
    ) throws(Problem) -> Message {
        guard bytes.count <= bodyLimit else {
            throw Problem(.tooLarge, "the body has \(bytes.count) bytes: send \(bodyLimit) at most")
        }
        if bytes.isEmpty, Message.bodyMayBeMissing {
            return try Message(reading: RequestObject(.object([:]), at: "", known: Message.members))
        }
        var scanner = JSONScanner(bytes)
        let tree = try scanner.document()
        return try Message(reading: RequestObject(tree, at: "", known: Message.members))
    }
}
