// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Whether a body says that it is JSON.
///
/// A page of another origin can send bodies of other kinds, or of none, without being asked for
/// leave; one of this kind it cannot. Source: Fetch standard, "CORS-safelisted request-header".
enum JSONBody {
    static let mediaType = "application/json"

    /// Makes sure that a body that is there is said to be JSON.
    ///
    /// - Parameter type: the field `Content-Type`; nil if there is none.
    /// - Throws: a `Problem` with `unsupported_media_type`.
    static func check(_ type: String?, bytes: Int) throws(Problem) {
        guard bytes > 0, !isJSON(type ?? "") else { return }
        throw Problem(
            .unsupportedMediaType, "send the body as JSON, with \"Content-Type: \(mediaType)\"",
            field: "Content-Type")
    }

    /// Whether a field says JSON; `charset=utf-8` may follow, which changes nothing.
    ///
    /// Source: RFC 9110, section 8.3.1; RFC 8259, section 11.
    static func isJSON(_ type: String) -> Bool {
        let parts = type.lowercased().split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.drop(while: isBlank).reversed().drop(while: isBlank).reversed() }
            .map { String($0) }
        guard parts.first == mediaType else { return false }
        return parts.dropFirst().allSatisfy { ["", "charset=utf-8", "charset=\"utf-8\""].contains($0) }
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
