// SPDX-License-Identifier: Apache-2.0

/// What a text of a request may be.
public struct TextRule: Sendable, Hashable {
    /// The fewest characters.
    public let minimum: Int
    /// The most characters, counted as Unicode scalars.
    public let maximum: Int
    /// Whether only printable ASCII is taken.
    public let isASCII: Bool

    /// What the payer reads on the receipt.
    public static let subject = TextRule(minimum: 1, maximum: 128, isASCII: false)
    /// The shop's own name for a sale.
    public static let reference = TextRule(minimum: 1, maximum: 64, isASCII: true)
    /// An account of the configuration.
    public static let account = TextRule(minimum: 1, maximum: 64, isASCII: true)
    /// A word that the daemon offered.
    public static let decision = TextRule(minimum: 1, maximum: 64, isASCII: true)
    /// What a cashier writes.
    public static let note = TextRule(minimum: 1, maximum: 256, isASCII: false)
    /// A name in the metadata.
    public static let metadataName = TextRule(minimum: 1, maximum: 40, isASCII: false)
    /// A value in the metadata.
    public static let metadataValue = TextRule(minimum: 0, maximum: 256, isASCII: false)
    /// A path on the daemon's machine.
    public static let path = TextRule(minimum: 1, maximum: 1024, isASCII: false)
    /// The header `Idempotency-Key`.
    public static let idempotencyKey = TextRule(minimum: 1, maximum: 128, isASCII: true)

    /// Makes sure that a text keeps the rule.
    ///
    /// - Throws: `invalid_value` with the name of the field.
    public func check(_ text: String, at field: String) throws(Problem) {
        let scalars = text.unicodeScalars
        guard scalars.count >= minimum else {
            throw Problem(
                .invalidValue, "\(field) is empty: send some text or leave it out", field: field)
        }
        guard scalars.count <= maximum else {
            throw Problem(
                .invalidValue, "\(field) has \(scalars.count) characters: send \(maximum) at most",
                field: field)
        }
        if isASCII {
            guard scalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
                throw Problem(
                    .invalidValue,
                    "\(field) has characters other than printable ASCII: leave them out",
                    field: field)
            }
        } else if scalars.contains(where: Self.disturbs) {
            throw Problem(
                .invalidValue, "\(field) has control characters: leave them out", field: field)
        }
    }

    /// Takes text that keeps the rule.
    ///
    /// - Throws: `wrong_type` if it is no text, `invalid_value` if it breaks the rule.
    func read(_ tree: JSONTree, at field: String) throws(Problem) -> String {
        guard case .string(let text) = tree else {
            throw RequestObject.wrongType(field, "text", tree)
        }
        try check(text, at: field)
        return text
    }

    /// Whether a scalar moves a cursor, breaks a line or turns the direction of writing.
    ///
    /// These could forge a line of a receipt, a screen or a log.
    public static func disturbs(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }
}
