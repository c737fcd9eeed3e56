// SPDX-License-Identifier: Apache-2.0

/// A request on its way to the loop, and who waits for its result.
struct TransportJob: Sendable {
    /// Its number.
    let id: UInt64
    /// What is to be sent.
    let plan: RequestPlan
    /// Who waits.
    let reply: CheckedContinuation<Result<TransportAnswer, TransportError>, Never>
}
