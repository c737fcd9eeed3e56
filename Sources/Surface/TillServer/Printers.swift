// SPDX-License-Identifier: Apache-2.0

package import TillAPI

extension TillServer {
    /// What the server is told of printers, and has them do.
    package struct Printers: Sendable {
        /// How they do.
        package let list: @Sendable () async throws -> [PrinterResource]
        /// Prints the test slip on the one of that name.
        package let test: @Sendable (_ name: String) async throws -> PrintedSlipResource
        /// Asks the one of that name what it answers.
        package let probe: @Sendable (_ name: String) async throws -> PrinterProbeResource

        /// Takes what is handed in.
        package init(
            list: @escaping @Sendable () async throws -> [PrinterResource],
            test: @escaping @Sendable (_ name: String) async throws -> PrintedSlipResource,
            probe: @escaping @Sendable (_ name: String) async throws -> PrinterProbeResource
        ) {
            self.list = list
            self.test = test
            self.probe = probe
        }

        /// A terminal without a printer.
        package static let none = Printers(
            list: { [] }, test: { _ in throw Problem(.noSuchDevice, "there is no printer") },
            probe: { _ in throw Problem(.noSuchDevice, "there is no printer") })
    }
}
