// SPDX-License-Identifier: Apache-2.0

/// Work that an order leaves behind: a row of the outbox for as long as the order owes it.
///
/// Each lane has a type of its own, so that a service switches over nothing else.
public enum Effect: Sendable, Hashable, Codable {
    /// For the service that speaks to acquirers.
    case provider(ProviderEffect)
    /// For the service that prints.
    case print(PrintID)
    /// For the service that watches the clock.
    case deadline
}

/// Work at an acquirer.
public enum ProviderEffect: Sendable, Hashable, Codable {
    /// Make the payment and get a code.
    case create(AttemptReference)
    /// Ask again and again what became of it.
    case watch(AttemptReference)
    /// Have it closed.
    case close(AttemptReference)
    /// Send the refund.
    case refund(RefundID)
    /// Ask what became of the refund.
    case queryRefund(RefundID)
}
