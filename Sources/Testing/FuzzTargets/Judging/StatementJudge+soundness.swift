// SPDX-License-Identifier: Apache-2.0

import TillCore

extension StatementJudge {
    /// Whether every line is one that the platform may write: it has to be read then.
    var isSound: Bool {
        guard let rows, let header = rows.first,
            header == Self.columns || header == Self.columns + ["terminal"]
        else { return false }
        return rows.dropFirst().allSatisfy { $0.count == header.count && Self.isSound($0) }
    }

    private static func isSound(_ row: [String]) -> Bool {
        let isRefund = row[0] == "refund"
        guard isRefund || row[0] == "payment", isNumber(row[1]), isNumber(row[2]),
            isRefund ? isNumber(row[3]) && isNumber(row[4]) : row[3].isEmpty && row[4].isEmpty,
            row[5].wholeMatch(of: /[1-9][0-9]{0,17}/) != nil, let amount = Int64(row[5]), amount <= Money.largest,
            Currency(row[6]) != nil, row[7].utf8.count == row[7].unicodeScalars.count,
            RFC3339.milliseconds(row[7]) != nil
        else { return false }
        return row.count < 9 || row[8].utf8.count <= 256
    }

    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9A-Za-z_-]{1,64}/.asciiOnlyDigits().matchingSemantics(.unicodeScalar)) != nil
    }
}
