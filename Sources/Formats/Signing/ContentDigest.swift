// SPDX-License-Identifier: Apache-2.0
import RawStructuredFieldValues

/// Makes and checks the `Content-Digest` field.
///
/// Source: RFC 9530, sections 2 and 5.
package enum ContentDigest {
    private static let name = "content-digest"

    /// Gives the field value `sha-256=:...:`.
    package static func field(of body: [UInt8]) -> String {
        let digest = StructuredField.byteSequence(Digest.sha256(body))
        let dictionary: StructuredField.Dictionary = ["sha-256": .item(digest)]
        do throws(SigningError) {
            return try StructuredField.write(dictionary, field: name)
        } catch {
            preconditionFailure("a constant key and base64 always serialise: \(error)")
        }
    }

    /// Checks a body against every digest that is known (`sha-256` and `sha-512`); others are passed over.
    ///
    /// - Throws: ``SigningError/badDigest`` when one does not match, ``SigningError/unsupported(_:)`` when none is
    ///   known,
    ///   ``SigningError/malformed(field:why:)`` when the field cannot be read.
    package static func verify(_ field: String, body: [UInt8]) throws(SigningError) {
        let dictionary = try StructuredField.dictionary(Array(field.utf8), field: name)
        var isChecked = false
        for (algorithm, digest) in [("sha-256", Digest.sha256), ("sha-512", Digest.sha512)] {
            guard let member = dictionary[algorithm] else { continue }
            guard let bytes = StructuredField.bytes(member) else {
                throw .malformed(field: name, why: "\(algorithm) is a byte sequence between colons")
            }
            guard equalInConstantTime(bytes, digest(body)) else { throw .badDigest }
            isChecked = true
        }
        guard isChecked else { throw .unsupported("content-digest without sha-256 or sha-512") }
    }
}
