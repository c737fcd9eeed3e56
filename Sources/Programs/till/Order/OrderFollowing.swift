// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// Follows a sale on standard output, a line a change.
enum OrderFollowing {
    /// Prints each change and ends when the sale is over.
    ///
    /// - Returns: The exit status that the sale ends with.
    static func follow(
        _ changes: OrderChanges, _ output: OutputOptions, _ currencies: Currencies
    ) async throws -> ExitCode {
        var last: OrderResource?
        for try await order in changes {
            // People see no difference between changes that read the same.
            let isNews =
                output.isJSON
                || last.map { OrderText.line($0, currencies) } != OrderText.line(order, currencies)
            if isNews { try output.show(order, currencies) }
            last = order
        }
        return last.map(ExitStatus.ofSale) ?? .failure
    }
}
