// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Reads what the printers are and how they do.
    ///
    /// - Throws: ``ClientError``.
    public func printers() async throws(ClientError) -> [PrinterResource] {
        let page: PrinterPage = try await message(Call(.get, ["printers"]))
        return page.printers
    }

    /// Has a printer print its test slip.
    ///
    /// - Parameter id: the printer's name in the configuration.
    /// - Throws: ``ClientError``; after `noAnswer` the slip may come all the same.
    public func testPrinter(_ id: String) async throws(ClientError) -> PrintedSlipResource {
        try await message(Call(.post, ["printers", id, "test"], body: EmptyRequest(), wait: .seconds(60)))
    }

    /// Has a printer asked what it can do.
    ///
    /// - Parameter id: the printer's name in the configuration.
    /// - Throws: ``ClientError``.
    public func probePrinter(_ id: String) async throws(ClientError) -> PrinterProbeResource {
        try await message(Call(.post, ["printers", id, "probe"], body: EmptyRequest(), wait: .seconds(60)))
    }
}
