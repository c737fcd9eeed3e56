// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The disks of ``FaultBoard/Disk`` by name.
enum Disks: String, ExpressibleByArgument, CaseIterable {
    case safe, honest, lying, late

    var board: FaultBoard.Disk {
        switch self {
        case .safe: .safe
        case .honest: .honest
        case .lying: .lying
        case .late: .late
        }
    }
}
