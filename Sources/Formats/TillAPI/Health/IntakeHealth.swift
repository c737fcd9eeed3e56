// SPDX-License-Identifier: Apache-2.0

/// Whether sales are opened now, and if not, why.
public struct IntakeHealth: Codable, Sendable, Hashable {
    /// `"open"`, or `"refused"` as long as there is a reason.
    public var state: String
    /// Why sales are refused: `[]`.
    public var reasons: [IntakeReason]

    /// Creates the message from its reasons.
    public init(reasons: [IntakeReason]) {
        state = reasons.isEmpty ? "open" : "refused"
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case state
        case reasons
    }
}
