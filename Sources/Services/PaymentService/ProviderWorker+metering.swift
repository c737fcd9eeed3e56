// SPDX-License-Identifier: Apache-2.0

import Meters
import ProviderKit
import TillCore
import TillStore

extension ProviderWorker {
    /// Notes how an exchange went, for those who ask for figures.
    func meter(_ job: Job, _ error: ProviderError?, took duration: Duration) {
        guard case .provider(let effect) = job.work.effect else { return }
        let (account, operation) = (job.account.id.text, effect.operation)
        if let error { ledger.meters.requestFailures.note([account, operation, error.reason]) }
        // What never left took no time of the acquirer's.
        if error?.wasAsked ?? true { ledger.meters.requestDuration.note(duration, [account, operation]) }
    }
}

extension ProviderEffect {
    /// What is asked of an acquirer, as figures call it.
    fileprivate var operation: String {
        switch self {
        case .create: "create"
        case .watch: "query"
        case .close: "close"
        case .refund: "refund"
        case .queryRefund: "query_refund"
        }
    }
}

extension ProviderError {
    /// Whether anything was sent, or at least tried to be.
    fileprivate var wasAsked: Bool {
        switch self {
        case .misconfigured, .unsupported, .clockOff: false
        case .unreachable, .busy, .refused, .noReply, .acquirerUnsure, .unreadable, .forged: true
        }
    }

    /// Why there is no answer, as one of few words.
    fileprivate var reason: String {
        switch self {
        case .misconfigured: "misconfigured"
        case .unsupported: "unsupported"
        case .unreachable: "unreachable"
        case .clockOff: "clock_off"
        case .busy: "busy"
        case .refused: "refused"
        case .noReply: "no_reply"
        case .acquirerUnsure: "acquirer_unsure"
        case .unreadable: "unreadable"
        case .forged: "forged"
        }
    }
}

extension Result where Failure == ProviderError {
    /// What went wrong; nil if nothing did.
    var failure: ProviderError? { if case .failure(let error) = self { error } else { nil } }
}
