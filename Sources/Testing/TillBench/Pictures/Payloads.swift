// SPDX-License-Identifier: Apache-2.0

/// Payment codes as acquirers issue them, each another and all of the same length.
enum Payloads {
    /// The so-manieth one: 55 bytes.
    static func text(_ number: Int) -> String {
        let digits = String(number % 1_000_000_000)
        return "https://qr.openpay.example/p/7H2K9QX4MZ0V5T8R1" + String(repeating: "0", count: 9 - digits.count)
            + digits
    }
}
