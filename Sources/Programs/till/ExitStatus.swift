// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// The exit status of the program.
enum ExitStatus {
    /// The sale is over without money that counts.
    static let notPaid = ExitCode(2)
    /// A person has to look.
    static let needsPerson = ExitCode(3)
    /// Nobody listens where the daemon should.
    static let daemonNotRunning = ExitCode(4)

    /// The status of a command that waited for the end of a sale.
    static func ofSale(_ order: OrderResource) -> ExitCode {
        switch order.status {
        case .paid, .accepted: .success
        case .notPaid, .paidLate: notPaid
        case .needsPerson: needsPerson
        default: .failure
        }
    }

    /// The status of a command that did something to a sale without waiting for its end.
    static func ofStep(_ order: OrderResource) -> ExitCode {
        order.status == .needsPerson ? needsPerson : .success
    }

    /// The status of a call that failed.
    static func of(_ error: ClientError) -> ExitCode {
        if case .daemonNotRunning = error { daemonNotRunning } else { .failure }
    }
}
