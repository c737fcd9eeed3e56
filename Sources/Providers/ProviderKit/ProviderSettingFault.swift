// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with the settings of an account.
public struct ProviderSettingFault: Sendable, Hashable {
    /// The key in the account's section of the configuration.
    public let field: String
    /// What is wrong and what to do; never the value of a secret.
    public let why: String

    /// States both.
    public init(field: String, why: String) {
        self.field = field
        self.why = why
    }
}

extension ProviderSettingFault: CustomStringConvertible {
    /// The key and what is wrong with it, for people.
    public var description: String { "\(field): \(why)" }
}
