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
    /// What tells its end, written down before its first byte; nil as long as none has left.
    public internal(set) var beginning: PrintBeginning?

    /// Puts a job together, as the ledger does when it reads one back.
    public init(
        id: PrintID, kind: Receipt.Kind, mayBeDuplicate: Bool = false, refund: RefundID? = nil,
        attempt: AttemptReference? = nil, state: PrintState = .queued, beginning: PrintBeginning? = nil
    ) {
        self.id = id
        self.kind = kind
        self.mayBeDuplicate = mayBeDuplicate
        self.refund = refund
        self.attempt = attempt
        self.state = state
        self.beginning = beginning
    }
}

/// What a printer said before the first byte of a slip, so that its end can be told although nobody saw it.
public struct PrintBeginning: Sendable, Hashable, Codable {
    /// How often it had cut; nil if it does not count.
    public let cutsBefore: Int?
    /// How often the slip cuts.
    public let cuts: Int
    /// The mark that comes back when all of the slip is on paper; nil if the printer gives none back.
    public let mark: String?

    /// Writes down what was said.
    public init(cutsBefore: Int? = nil, cuts: Int = 0, mark: String? = nil) {
        self.cutsBefore = cutsBefore
        self.cuts = cuts
        self.mark = mark
    }
}

/// Where a print job stands.
///
/// ```
///  queued ──▶ started ──▶ printed* | unconfirmed*
///    ▲ nothing   │ broke off:
///    └───────────┼──▶ abandoned* and a marked one queued (the printer says that it is torn)
///                └──▶ doubtful ──▶ printed* | abandoned* (a person says which)
/// ```
public enum PrintState: String, Sendable, Hashable, Codable {
    /// Waiting for the printer.
    case queued
    /// Bytes may have reached the printer: it is being printed, or the printer has to be asked what came out.
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
