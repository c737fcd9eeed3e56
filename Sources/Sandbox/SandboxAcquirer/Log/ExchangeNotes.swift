// SPDX-License-Identifier: Apache-2.0

/// What is written down while an exchange is done, by whoever knows it.
final class ExchangeNotes {
    /// The merchant's number, once its signature was believed.
    var merchant: String?
    /// The order number that it is about.
    var orderNo: String?
    /// The script of the order number.
    var script: Script?
    /// The words that struck this very exchange.
    var struck: [ScriptWord] = []
    /// The random numbers that were drawn.
    var draws: [UInt64] = []
    /// The notifies that were handed out.
    var sent: [JSONValue] = []
}
