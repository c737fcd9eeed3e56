// SPDX-License-Identifier: Apache-2.0

/// A currency of ISO 4217 and the number of decimals that its amounts have.
///
/// Source: ISO 4217, list one (active codes) and its minor units.
public struct Currency: Sendable, Hashable {
    /// The three letters, such as `CNY`.
    public let code: String
    /// The decimals of an amount: 2 for CNY, 0 for JPY, 3 for KWD.
    public let exponent: Int

    /// Looks a currency up by its three capital letters; nil if ISO 4217 does not list it.
    public init?(_ code: String) {
        guard let exponent = Self.exponent(of: code) else { return nil }
        self.code = code
        self.exponent = exponent
    }

    private init(code: String, exponent: Int) {
        self.code = code
        self.exponent = exponent
    }

    /// Chinese yuan, two decimals.
    public static let cny = Currency(code: "CNY", exponent: 2)
    /// Japanese yen, no decimals.
    public static let jpy = Currency(code: "JPY", exponent: 0)
    /// Kuwaiti dinar, three decimals.
    public static let kwd = Currency(code: "KWD", exponent: 3)

    /// Minor units in one major unit: 100 for CNY.
    public var minorUnitsPerUnit: Int64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private static func exponent(of code: String) -> Int? {
        if withoutDecimals.contains(code) { return 0 }
        if withThreeDecimals.contains(code) { return 3 }
        if withFourDecimals.contains(code) { return 4 }
        if withTwoDecimals.contains(code) { return 2 }
        return nil
    }

    private static let withoutDecimals: Set<String> = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
        "VUV", "XAF", "XOF", "XPF",
    ]
    private static let withThreeDecimals: Set<String> = [
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    ]
    private static let withFourDecimals: Set<String> = ["CLF", "UYW"]
    private static let withTwoDecimals: Set<String> = [
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD",
        "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF",
        "CHW", "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN",
        "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL",
        "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT",
        "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU",
        "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
        "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR",
        "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
        "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "USN", "UYU", "UZS", "VED",
        "VES", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
    ]
}

extension Currency: CustomStringConvertible {
    /// The code, such as `CNY`.
    public var description: String { code }
}

extension Currency: Codable {
    /// Reads a code; throws if ISO 4217 does not list it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(code) is not a currency of ISO 4217")
        }
        self = currency
    }

    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
