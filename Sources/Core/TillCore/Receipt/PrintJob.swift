// SPDX-License-Identifier: Apache-2.0

/// One slip that has to come out, or did.
public struct PrintJob: Sendable, Hashable, Codable {
    /// Names it.
    public let id: PrintID
    /// What is printed.
    public let kind: Receipt.Kind
    /// Whether paper may have come out for it before; the slip says so.
    public let mayBeDuplicate: Bool
    /// The refund that a refund slip is about.
    public let refund: RefundID?
    /// The attempt whose code a code slip shows.
    public let attempt: AttemptReference?
    /// Where it stands.
    public internal(set) var state: PrintState

    /// Puts a job together, as the ledger does when it reads one back.
    public init(
        id: PrintID, kind: Receipt.Kind, mayBeDuplicate: Bool = false, refund: RefundID? = nil,
        attempt: AttemptReference? = nil, state: PrintState = .queued
    ) {
        self.id = id
        self.kind = kind
        self.mayBeDuplicate = mayBeDuplicate
        self.refund = refund
        self.attempt = attempt
        self.state = state
    }
}

/// Where a print job stands.
///
/// ```
///  queued ──▶ started ──▶ printed* | unconfirmed*
///    ▲ nothing   │ broke off
///    └───────────┴──▶ doubtful ──▶ printed* | abandoned* (a person says which)
/// ```
public enum PrintState: String, Sendable, Hashable, Codable {
    /// Waiting for the printer.
    case queued
    /// Bytes may have reached the printer.
    case started
    /// The printer, or a person, says that it is on paper. Final.
    case printed
    /// All bytes went out to a printer that cannot confirm. Final.
    case unconfirmed
    /// Nobody can tell what is on paper; a hold asks a person.
    case doubtful
    /// It will not be printed any more. Final.
    case abandoned
}
