// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// The customer screens, and how well codes can be read from them.
    public func displays() async throws(ClientError) -> [DisplayResource] {
        let page: DisplayPage = try await message(Call(.get, ["displays"]))
        return page.displays
    }
}
