// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Reads what was sold on a day.
    ///
    /// - Parameter day: such as `2026-03-01`; today if nil.
    /// - Throws: ``ClientError``.
    public func day(_ day: String? = nil) async throws(ClientError) -> DayResource {
        try await message(Call(.get, ["days", day ?? "today"]))
    }

    /// Prints the slip of a day.
    ///
    /// - Parameter day: such as `2026-03-01`; today if nil.
    /// - Throws: ``ClientError``; after `noAnswer` the slip may come all the same.
    public func printDay(_ day: String? = nil) async throws(ClientError) -> PrintedSlipResource {
        try await message(Call(.post, ["days", day ?? "today", "print"], body: EmptyRequest(), wait: .seconds(60)))
    }
}
