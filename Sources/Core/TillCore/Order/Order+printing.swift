// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Queues a slip.
    mutating func queueSlip(
        _ kind: Receipt.Kind, mayBeDuplicate: Bool = false, refund: RefundID? = nil,
        attempt: AttemptReference? = nil
    ) {
        prints.append(
            PrintJob(
                id: PrintID("\(id)-P\(prints.count + 1)"), kind: kind,
                mayBeDuplicate: mayBeDuplicate, refund: refund, attempt: attempt))
    }

    /// Queues the code on paper, once an attempt, where the terminal has no screen.
    mutating func queueCodeSlip(for attempt: PaymentAttempt) {
        guard slips.code, !prints.contains(where: { $0.attempt == attempt.reference }) else {
            return
        }
        queueSlip(.code, attempt: attempt.reference)
    }

    /// The number that the next copy carries.
    var nextCopyNumber: Int {
        let numbers = prints.compactMap { job -> Int? in
            if case .copy(let number) = job.kind { number } else { nil }
        }
        return 1 + (numbers.max() ?? 0)
    }

    /// Records what happened to a print job.
    mutating func record(_ fact: PrintFact, aboutPrint index: Int, on occasion: Occasion) {
        switch (fact, prints[index].state) {
        case (.started, .queued): prints[index].state = .started
        case (.noted(let beginning), .started): prints[index].beginning = beginning
        case (.nothingPrinted, .started):
            prints[index].state = .queued
            prints[index].beginning = nil
        case (.finished(let confirmed), .started):
            prints[index].state = confirmed ? .printed : .unconfirmed
        case (.torn, .started): recordTear(index, on: occasion)
        case (.interrupted, .started): recordInterruption(index, on: occasion)
        case (.started, _), (.noted, _), (.nothingPrinted, _), (.finished, _), (.torn, _), (.interrupted, _): break
        }
    }

    /// How often a slip is printed again by itself; a printer that tears them all would use up the roll.
    static let remakesMax = 2

    /// Prints a torn slip again, marked, as often as that makes sense.
    private mutating func recordTear(_ index: Int, on occasion: Occasion) {
        let job = prints[index]
        let remakes = prints.count { $0.kind == job.kind && $0.refund == job.refund && $0.mayBeDuplicate }
        guard job.kind != .code, remakes < Self.remakesMax else {
            return recordInterruption(index, on: occasion)
        }
        prints[index].state = .abandoned
        queueSlip(job.kind, mayBeDuplicate: true, refund: job.refund)
    }

    private mutating func recordInterruption(_ index: Int, on occasion: Occasion) {
        switch prints[index].kind {
        // A torn code is no evidence of anything: the cashier asks for a new attempt.
        case .code: prints[index].state = .abandoned
        case .sale, .copy, .refund:
            prints[index].state = .doubtful
            open(.receiptInDoubt(prints[index].id), on: occasion)
        }
    }
}
