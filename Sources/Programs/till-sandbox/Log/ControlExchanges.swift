// SPDX-License-Identifier: Apache-2.0

/// What `GET /sandbox/exchanges` answers.
struct ControlExchanges: Decodable {
    /// The oldest first.
    let exchanges: [ControlExchange]
}
