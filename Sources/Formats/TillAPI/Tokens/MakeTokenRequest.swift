// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/tokens`: makes a token for a program.
public struct MakeTokenRequest: RequestMessage {
    /// What the token is called: 1 to 32 small letters, digits and hyphens, a letter first: `"kiosk-2"`.
    public var name: String
    /// What its owner may do, each word once: `["sale", "report"]`.
    public var roles: [TokenRole]
    /// Days until it ends by itself, 1 to 3650; never if absent: `365`.
    public var days: Int?

    /// Creates the message from its parts.
    public init(name: String, roles: [TokenRole], days: Int? = nil) {
        self.name = name
        self.roles = roles
        self.days = days
    }

    /// The members that the message knows.
    public static let members = ["name", "roles", "days"]

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        name = try object.text("name", .tokenName)
        guard Self.isName(name) else {
            throw Problem(
                .invalidValue, "name is \"\(name)\": write small letters, digits and hyphens, a letter first",
                field: "name")
        }
        roles = try object.words("roles", among: TokenRole.known.map(\.rawValue))
            .map { TokenRole(rawValue: $0) }
        days = try object.optionalInteger("days", 1...3650).map(Int.init)
    }

    private static func isName(_ text: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, letters.contains(first) else { return false }
        return text.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") }
    }
}

extension TextRule {
    /// What a token is called.
    public static let tokenName = TextRule(minimum: 1, maximum: 32, isASCII: true)
}
