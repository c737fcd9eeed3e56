// SPDX-License-Identifier: Apache-2.0

/// Why a provider could not be made of an account's settings: all that is wrong, at once.
public struct ProviderSettingsError: Error, Sendable, Hashable {
    /// At least one, in the order of the settings.
    public let faults: [ProviderSettingFault]

    /// Puts faults together.
    public init(faults: [ProviderSettingFault]) {
        self.faults = faults
    }
}

extension ProviderSettingsError: CustomStringConvertible {
    /// The faults, for people.
    public var description: String { faults.map(\.description).joined(separator: "; ") }
}
