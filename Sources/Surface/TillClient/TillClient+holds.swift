// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// The holds that wait for a person.
    public func holds() async throws(ClientError) -> [HoldResource] {
        let page: HoldPage = try await message(Call(.get, ["holds"]))
        return page.holds
    }

    /// Settles a hold with one of the decisions that it offers.
    public func settleHold(
        _ id: String, _ request: SettleHoldRequest, key: IdempotencyKey
    ) async throws(ClientError) -> HoldResource {
        let answer: SettledHold = try await message(
            Call(.post, ["holds", id, "settle"], body: request, key: key))
        return answer.hold
    }

    /// How the daemon does.
    public func health() async throws(ClientError) -> HealthResource {
        try await message(Call(.get, ["health"]))
    }

    /// Reads how the devices do.
    ///
    /// - Throws: ``ClientError``.
    public func devices() async throws(ClientError) -> DevicesResource {
        try await message(Call(.get, ["devices"]))
    }
}
