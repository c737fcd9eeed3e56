// SPDX-License-Identifier: Apache-2.0

/// Why a simulation could not go on; it says nothing about the program that is simulated.
package enum SimulationError: Error, Sendable, Hashable {
    /// There is no disk to simulate on.
    case noDisk(String)
    /// The ledger's file gives no answer.
    case unreadable(String)
    /// Something that has to be there is not.
    case missing(String)
}

extension SimulationError: CustomStringConvertible {
    /// What is wrong, for people.
    package var description: String {
        switch self {
        case .noDisk(let why): "there is no simulated disk: \(why)"
        case .unreadable(let why): "the ledger's file gives no answer: \(why)"
        case .missing(let what): "\(what) is missing"
        }
    }
}
