// SPDX-License-Identifier: Apache-2.0

package import Scenes

extension Painter {
    /// Says that the machine is starting, unless the display was opened for something else already.
    package func showBoot() async {
        guard display == nil else { return }
        // What goes wrong is told when something else is to be shown.
        _ = await show(.boot)
    }

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
