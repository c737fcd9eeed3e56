// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// The customer screens, and how well codes can be read from them.
    public func displays() async throws(ClientError) -> [DisplayResource] {
        let page: DisplayPage = try await message(Call(.get, ["displays"]))
        return page.displays
    }

    /// Has a customer screen show its test picture.
    ///
    /// - Parameter id: the display's name in the configuration.
    /// - Throws: ``ClientError``.
    public func testDisplay(_ id: String) async throws(ClientError) -> DisplayTestResource {
        try await message(Call(.post, ["displays", id, "test"], body: EmptyRequest(), wait: .seconds(30)))
    }
}
