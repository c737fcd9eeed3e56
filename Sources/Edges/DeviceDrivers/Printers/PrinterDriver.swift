// SPDX-License-Identifier: Apache-2.0

/// Drives one printer: whole jobs in, an honest answer out.
package protocol PrinterDriver: Sendable {
    /// The address of the printer, for messages.
    nonisolated var name: String { get }

    /// Prints a job and says what is known about it.
    ///
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult

    /// What the printer last said about itself; may be asked while a job is printing.
    func condition() async -> PrinterCondition
}
