// SPDX-License-Identifier: Apache-2.0

/// What `GET /sandbox/merchants` answers.
struct ControlMerchants: Decodable {
    /// In the order of their numbers.
    let merchants: [ControlMerchant]
}
