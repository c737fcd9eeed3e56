// SPDX-License-Identifier: Apache-2.0

/// Why there is no figure.
enum BenchFault: Error, Hashable, CustomStringConvertible {
    /// Nothing was measured.
    case nothingMeasured
    /// A control failed: what was measured is not what the figure says.
    case control(String)
    /// The yardstick was not the same before and after what it is held against.
    case unsteady(drift: Double)
    /// Something that is needed is not there, or does not work.
    case missing(String)

    /// What is wrong and what to do, for people.
    var description: String {
        switch self {
        case .nothingMeasured: "nothing was measured: take more rounds"
        case .control(let what): "a control failed: \(what)"
        case .unsteady(let drift):
            "the yardstick itself changed by a factor of \(Number.text(drift)): let nothing else run on the machine"
        case .missing(let what): what
        }
    }
}
