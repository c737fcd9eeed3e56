// SPDX-License-Identifier: Apache-2.0

extension Amount {
    /// The amount as people read it, with the decimals of its currency: "CNY 12.50".
    package var decimal: String {
        let digits = Self.decimals[currency] ?? 2
        var scale: Int64 = 1
        for _ in 0..<digits { scale *= 10 }
        let whole = "\(currency) \(value / scale)"
        guard digits > 0 else { return whole }
        let rest = String(value % scale)
        return whole + "." + String(repeating: "0", count: digits - rest.count) + rest
    }

    // Currencies that have not two decimals. Source: ISO 4217.
    private static let decimals: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
        "UYI": 0,
        "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3,
        "TND": 3,
        "CLF": 4, "UYW": 4,
    ]
}
