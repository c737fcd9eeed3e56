// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles

/// Drives one printer: whole jobs in, an honest answer out.
package protocol PrinterDriver: Sendable {
    /// The address of the printer, for messages.
    nonisolated var name: String { get }

    /// Prints a job and says what is known about it.
    ///
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult

    /// Prints a job after what is needed to tell its end has been written down.
    ///
    /// - Parameters:
    ///   - job: what is printed.
    ///   - noting: writes down what it is given, and says whether that succeeded; the first byte of
    ///     the job follows only then.
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    func print(
        _ job: PrintedJob, noting: @Sendable (PrintStart) async -> Bool
    ) async throws(PrintFailure) -> PrintResult

    /// Finds out what became of a job that was begun, and brings the printer back into step.
    ///
    /// - Throws: ``DeviceError`` if the printer cannot be asked now; nothing is decided then.
    func settle(_ interrupted: InterruptedPrint) async throws(DeviceError) -> PrintEvidence

    /// What the printer was found to answer; nil if it was not asked yet.
    func abilities() async -> PrinterAbilities?

    /// Asks the printer everything that a profile says about answers.
    ///
    /// - Throws: ``DeviceError`` if it cannot be asked now.
    func examine() async throws(DeviceError) -> PrinterFindings

    /// What the printer last said about itself; may be asked while a job is printing.
    func condition() async -> PrinterCondition
}

extension PrinterDriver {
    /// Writes down that nothing will be known, and prints.
    package func print(
        _ job: PrintedJob, noting: @Sendable (PrintStart) async -> Bool
    ) async throws(PrintFailure) -> PrintResult {
        guard await noting(PrintStart(cutsBefore: nil, cuts: job.cuts, mark: nil)) else {
            throw .nothingWritten(.mismatch("the start of the print could not be written down: look at the disk"))
        }
        return try await print(job)
    }

    /// Says that nothing is known.
    package func abilities() async -> PrinterAbilities? { nil }

    /// Says that a driver without answers finds none.
    package func examine() async throws(DeviceError) -> PrinterFindings { PrinterFindings(facts: PrinterFacts()) }

    /// Says that a driver without evidence has none.
    package func settle(_ interrupted: InterruptedPrint) async throws(DeviceError) -> PrintEvidence {
        interrupted.bytesWritten == 0 ? .nothingWritten : .silent
    }
}
