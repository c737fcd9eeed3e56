// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import DeviceProfiles

/// Which driver is on trial.
package enum PaperDriverKind: String, Sendable, Hashable, CaseIterable {
    /// The real one.
    case ours
    /// One that takes a write that succeeds for a print.
    case trusting
    /// One that never brings a printer back into step.
    case hasty

    /// Makes one.
    package func driver(
        _ port: any DevicePort, _ profile: PrinterProfile, _ abilities: PrinterAbilities, firstMark: Int,
        bench: any PaperBench, limits: PrintLimits = PrintLimits()
    ) -> any PrinterDriver {
        switch self {
        case .ours:
            EscPosPrinter(port: port, profile: profile, abilities: abilities, firstMark: firstMark, limits: limits) {
                bench.now
            }
        case .trusting: TrustingDriver(port: port)
        case .hasty: HastyDriver(port: port)
        }
    }
}
