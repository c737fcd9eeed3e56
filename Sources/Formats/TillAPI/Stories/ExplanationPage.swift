// SPDX-License-Identifier: Apache-2.0

/// What happened to a sale, step by step.
public struct ExplanationPage: Codable, Sendable, Hashable {
    /// The sale: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String
    /// The steps, the oldest first; the last one says where it stands: `[]`.
    public var explanation: [SentenceResource]

    /// Creates the message from its parts.
    public init(
        order: String,
        explanation: [SentenceResource]
    ) {
        self.order = order
        self.explanation = explanation
    }

    private enum CodingKeys: String, CodingKey {
        case order
        case explanation
    }
}
