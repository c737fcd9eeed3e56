// SPDX-License-Identifier: Apache-2.0

/// Why the daemon refuses a request: a problem document, `application/problem+json`.
///
/// Source: RFC 9457, sections 3 and 4.2.1.
public struct Problem: Error, Codable, Sendable, Hashable {
    /// A URI of the kind of problem; ``code`` says it better: `"about:blank"`.
    public var type: String
    /// The phrase of the HTTP status: `"Conflict"`.
    public var title: String
    /// The HTTP status: `409`.
    public var status: Int
    /// What is wrong and what to do, for people: `"the order is paid already: give it back with a refund"`.
    public var detail: String
    /// The same as a word for programs: `"already_paid"`.
    public var code: ProblemCode
    /// The path of the member that is wrong; absent if it is none: `"amount.value"`.
    public var field: String?
    /// The sale that it is about; absent if it is none: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?

    /// The media type of a problem document.
    public static let mediaType = "application/problem+json"

    /// Creates a problem with the status and the phrase of its code.
    ///
    /// - Parameter detail: What is wrong and what to do; lower case, no full stop.
    public init(_ code: ProblemCode, _ detail: String, field: String? = nil, order: String? = nil) {
        type = "about:blank"
        title = code.phrase
        status = code.status
        self.detail = detail
        self.code = code
        self.field = field
        self.order = order
    }

    private enum CodingKeys: String, CodingKey {
        case type
        case title
        case status
        case detail
        case code
        case field
        case order
    }

    /// Reads a problem document; a code that this version does not know becomes ``ProblemCode/internalError``.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        type = try members.decodeIfPresent(String.self, forKey: .type) ?? "about:blank"
        title = try members.decodeIfPresent(String.self, forKey: .title) ?? ""
        status = try members.decode(Int.self, forKey: .status)
        detail = try members.decodeIfPresent(String.self, forKey: .detail) ?? title
        code =
            ProblemCode(rawValue: try members.decode(String.self, forKey: .code)) ?? .internalError
        field = try members.decodeIfPresent(String.self, forKey: .field)
        order = try members.decodeIfPresent(String.self, forKey: .order)
    }
}

extension Problem: CustomStringConvertible {
    /// The sentence for people, with the member that it is about.
    public var description: String {
        guard let field, !detail.contains(field) else { return detail }
        return "\(field): \(detail)"
    }
}
