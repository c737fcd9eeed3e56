// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// How messages become bytes and bytes become messages.
///
/// Members are written in the order of the alphabet and slashes as they are, so that equal
/// messages are equal bytes. Requests are read by ``RequestReader`` instead, which is strict.
public enum WireJSON {
    /// Writes a message as one line of JSON.
    ///
    /// - Throws: `EncodingError`, never for the messages of this module.
    public static func bytes(of message: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(message))
    }

    /// Reads an answer; members that this version does not know are passed over.
    ///
    /// - Throws: `DecodingError` if the bytes are not such a message.
    public static func message<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) throws
        -> Message
    {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
