// SPDX-License-Identifier: Apache-2.0

package import TillAPI

extension TillServer {
    /// What the server is told of customer screens, and has them do.
    package struct Displays: Sendable {
        /// How codes stand on them.
        package let list: @Sendable () async throws -> [DisplayResource]
        /// Shows the test picture on the one of that name.
        package let test: @Sendable (_ name: String) async throws -> DisplayTestResource

        /// Takes what is handed in.
        package init(
            list: @escaping @Sendable () async throws -> [DisplayResource],
            test: @escaping @Sendable (_ name: String) async throws -> DisplayTestResource
        ) {
            self.list = list
            self.test = test
        }

        /// A terminal without a display.
        package static let none = Displays(
            list: { [] }, test: { _ in throw Problem(.noSuchDevice, "there is no display") })
    }
}
