// SPDX-License-Identifier: Apache-2.0

package import Scenes

extension Painter {
    /// Shows a screen where no ledger says what to show: before it is open, or when it cannot be.
    ///
    /// - Returns: What went wrong, in words for people; nil if it is on the glass.
    package func show(_ screen: Screen) async -> String? {
        do {
            try await paint(screen)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
