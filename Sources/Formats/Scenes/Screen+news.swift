// SPDX-License-Identifier: Apache-2.0

extension Screen {
    /// Whether a payer sees something else than before, and not just another second on a countdown.
    ///
    /// - Parameter before: what was shown; nil for nothing.
    package func isNews(after before: Screen?) -> Bool {
        guard let before, before.label == label else { return true }
        guard case .code(let code) = self, case .code(let last) = before else { return before != self }
        return code.payload != last.payload || code.order != last.order
    }
}
