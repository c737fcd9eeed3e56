// SPDX-License-Identifier: Apache-2.0

/// The two signals by which the kernel asks for the screen and gives it back.
package protocol ConsoleSignals: Sendable {
    /// How the kernel is to be told of them.
    var switching: ConsoleSwitching { get }

    /// Listens when it returns; calls come on threads of their own, never within a signal handler.
    func begin(release: @escaping @Sendable () -> Void, acquire: @escaping @Sendable () -> Void)

    /// Listens no more; a signal that still comes does no harm.
    func end()
}
