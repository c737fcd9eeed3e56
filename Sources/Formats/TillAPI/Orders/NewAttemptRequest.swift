// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/orders/{id}/attempts`: asks for a new code.
public struct NewAttemptRequest: RequestMessage {
    /// The account to use; the one of the newest try if absent: `"main"`.
    public var account: String?

    /// Creates the message from its parts.
    public init(account: String? = nil) {
        self.account = account
    }

    /// The members that the message knows.
    public static let members = ["account"]

    /// No body at all means the same account.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        account = try object.optionalText("account", .account)
    }
}
