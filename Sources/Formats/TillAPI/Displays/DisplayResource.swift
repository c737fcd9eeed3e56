// SPDX-License-Identifier: Apache-2.0

/// A customer screen, and how well codes can be read from it.
public struct DisplayResource: Codable, Sendable, Hashable {
    /// The name in the configuration: `"payer"`.
    public var id: String
    /// One word, `"ok"` if it works: `"degraded"`.
    public var state: String
    /// The same as a sentence for people; null if all is well: `null`.
    public var detail: String?
    /// Columns of its pictures; null before it was opened: `800`.
    public var width: Int?
    /// Rows of its pictures; null before it was opened: `480`.
    public var height: Int?
    /// The edge of a pixel in micrometres; null if nobody knows: `165`.
    public var pixelMicrometres: Int?
    /// How the last code stood on it, or a sample; null if none could be read: `{"modules": 29}`.
    public var code: ShownCodeResource?
    /// When a code was read back last; null if none was: `{"result": "matches"}`.
    public var scan: CodeScanResource?
    /// What became of reading its memory: `"not_compared"`, `"as_sent"` or `"unreadable"`.
    public var glass: String
    /// What a person should know, a sentence each: `["the modules are small: a phone has to come close"]`.
    public var warnings: [String]

    /// Creates the message from its parts.
    public init(
        id: String, state: String, detail: String? = nil, width: Int? = nil, height: Int? = nil,
        pixelMicrometres: Int? = nil, code: ShownCodeResource? = nil, scan: CodeScanResource? = nil,
        glass: String, warnings: [String] = []
    ) {
        self.id = id
        self.state = state
        self.detail = detail
        self.width = width
        self.height = height
        self.pixelMicrometres = pixelMicrometres
        self.code = code
        self.scan = scan
        self.glass = glass
        self.warnings = warnings
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case state
        case detail
        case width
        case height
        case pixelMicrometres = "pixel_um"
        case code
        case scan
        case glass
        case warnings
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(state, forKey: .state)
        try members.encode(detail, forKey: .detail)
        try members.encode(width, forKey: .width)
        try members.encode(height, forKey: .height)
        try members.encode(pixelMicrometres, forKey: .pixelMicrometres)
        try members.encode(code, forKey: .code)
        try members.encode(scan, forKey: .scan)
        try members.encode(glass, forKey: .glass)
        try members.encode(warnings, forKey: .warnings)
    }
}
