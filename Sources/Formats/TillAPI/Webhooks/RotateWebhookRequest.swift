// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/webhooks/{id}/rotate`: a new secret.
public struct RotateWebhookRequest: RequestMessage {
    /// For how many hours it is signed with the old one as well, 0 to 720; 24 if absent: `24`.
    public var overlapHours: Int64?

    /// Creates the message from its parts.
    public init(overlapHours: Int64? = nil) {
        self.overlapHours = overlapHours
    }

    private enum CodingKeys: String, CodingKey {
        case overlapHours = "overlap_hours"
    }

    /// The members that the message knows.
    public static let members = ["overlap_hours"]

    /// Nothing to say is the usual overlap.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        overlapHours = try object.optionalInteger("overlap_hours", 0...720)
    }
}
