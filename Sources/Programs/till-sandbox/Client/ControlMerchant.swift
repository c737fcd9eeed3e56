// SPDX-License-Identifier: Apache-2.0

/// A merchant as the control API shows it.
struct ControlMerchant: Codable {
    /// "M-42".
    let id: String
    /// "Tea house".
    let name: String
    /// ISO 4217: "CNY".
    let currency: String
    /// What happens to its payments: "manual".
    let script: String
}
