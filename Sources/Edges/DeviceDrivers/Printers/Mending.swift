// SPDX-License-Identifier: Apache-2.0

/// What has been done about a stuck cutter or another error that a person has to put right.
struct Mending {
    /// What is to be sent now.
    enum Step: Equatable {
        case nothing
        /// The printer goes on with the line that failed.
        case goOn
        /// The printer drops what it holds: it has failed a second time.
        case giveUp
    }

    private enum State { case well, broken, open, asked }

    private var state = State.well
    private var failures = 0

    /// Takes in what the printer says and tells what to send.
    ///
    /// Nothing is sent before somebody has had the cover open and has shut it: the blade is free
    /// then, and nobody's fingers are in it.
    mutating func step(_ condition: PrinterCondition) -> Step {
        switch state {
        case .well:
            if condition.hasError {
                state = condition.coverIsOpen ? .open : .broken
                failures += 1
            }
        case .broken:
            if condition.coverIsOpen {
                state = .open
            } else if !condition.hasError {
                // It has put itself right, as a hot head does.
                state = .well
                failures -= 1
            }
        case .open:
            guard !condition.coverIsOpen else { break }
            state = .asked
            return failures > 1 ? .giveUp : .goOn
        case .asked:
            if !condition.hasError {
                state = .well
            } else if condition.coverIsOpen {
                failures += 1
                state = .open
            }
        }
        return .nothing
    }
}
