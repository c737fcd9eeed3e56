// SPDX-License-Identifier: Apache-2.0

import FuzzTargets

/// A parser with two faults that parsers have: an amount that is cut, and an index that is believed.
enum WeakParser {
    /// Reads `amount=12.50;note=tea`.
    static func verdict(on input: [UInt8], trapping: Bool) -> Verdict {
        let text = String(decoding: input, as: UTF8.self)
        guard let field = text.split(separator: ";").first(where: { $0.hasPrefix("amount=") }) else { return .refused }
        let parts = field.dropFirst("amount=".count).split(separator: ".", omittingEmptySubsequences: false)
        if trapping, Array(parts)[1].isEmpty { return .refused }
        guard parts.count == 2, let whole = Int64(parts[0]), let rest = Int64(parts[1]) else { return .refused }
        let (scaled, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
        guard !isTooLarge else { return .refused }
        // 12.5 is not 12.05.
        return parts[1].count == 2 || rest == 0
            ? .read : .broken(scaled == 0 ? "an amount vanished" : "an amount changed")
    }
}
