// SPDX-License-Identifier: Apache-2.0

package import TillAPI
package import TillCore

extension TillServer {
    /// What the server is told of days, and has printed of them; a day that is nil is today.
    package struct Days: Sendable {
        /// What was sold.
        package let figures: @Sendable (CalendarDay?) async throws -> DayResource
        /// Prints the slip of a day.
        package let print: @Sendable (CalendarDay?) async throws -> PrintedSlipResource

        /// Takes what is handed in.
        package init(
            figures: @escaping @Sendable (CalendarDay?) async throws -> DayResource,
            print: @escaping @Sendable (CalendarDay?) async throws -> PrintedSlipResource
        ) {
            self.figures = figures
            self.print = print
        }

        /// A daemon that adds nothing up.
        package static let none = Days(
            figures: { _ in throw Problem(.unavailable, "this daemon adds no days up") },
            print: { _ in throw Problem(.noSuchDevice, "there is no printer") })
    }
}
