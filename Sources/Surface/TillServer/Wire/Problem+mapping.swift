// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

extension Problem {
    /// The problem document for an error of any kind.
    static func of(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as OrderError: of(error)
        case let error as LedgerError: of(error)
        case let error as MoneyError: of(error, field: "amount")
        default: Problem(.internalError, "something went wrong here, and it is in the log")
        }
    }

    /// The problem document for a command that makes no sense.
    static func of(_ error: OrderError) -> Problem {
        let code: ProblemCode
        var field: String?
        var order: OrderID?
        switch error {
        case .alreadyPaid(let id): (code, order) = (.alreadyPaid, id)
        case .alreadyOver(let id): (code, order) = (.alreadyOver, id)
        case .notPaid(let id), .printsNothing(let id): (code, order) = (.notPaid, id)
        case .refundExceeds: (code, field) = (.refundExceeds, "amount")
        case .refundOfNothing: (code, field) = (.invalidAmount, "amount")
        case .currencyDiffers: (code, field) = (.invalidValue, "amount.currency")
        case .tooManyAttempts, .tooManyCopies: code = .limitReached
        case .noSuchHold: code = .noSuchHold
        case .alreadySettled: code = .decisionDoesNotFit
        case .decisionDoesNotFit: (code, field) = (.decisionDoesNotFit, "decision")
        }
        return Problem(code, "\(error)", field: field, order: order?.text)
    }

    private static func of(_ error: LedgerError) -> Problem {
        switch error {
        case .noSuchOrder(let id): Problem(.noSuchOrder, "\(error)", order: id.text)
        case .noSuchHold: Problem(.noSuchHold, "\(error)")
        case .noSuchAttempt: Problem(.noSuchOrder, "\(error)")
        case .keyConflict:
            Problem(
                .idempotencyConflict, "\(error)", field: TillAPI.IdempotencyKey.header)
        case .noSuchWork: Problem(.noSuchWork, "\(error)")
        case .nothingOwed(let id): Problem(.cannotHold, "\(error)", order: id.text)
        case .deadlineIsNotHeld: Problem(.cannotHold, "\(error)")
        case .draining: Problem(.draining, "\(error)")
        case .tooManyOpenOrders: Problem(.tooManyOpenOrders, "\(error)")
        case .inUse, .unusable, .damaged, .newerSchema, .brokenChain, .orderDiffers, .older,
            .ofAnotherLine, .gone, .diskFull, .checkFailed, .backupFailed, .commitFailed, .ended:
            Problem(.unavailable, "\(error)")
        }
    }

    /// The problem document for an amount that is none.
    static func of(_ error: MoneyError, field: String) -> Problem {
        Problem(.invalidAmount, "\(error)", field: field)
    }
}
