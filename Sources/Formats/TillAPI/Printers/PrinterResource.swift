// SPDX-License-Identifier: Apache-2.0

/// A printer of the terminal: what it is, how it does, and what waits for it.
public struct PrinterResource: Codable, Sendable, Hashable {
    /// The name in the configuration: `"counter"`.
    public var id: String
    /// Its profile, a file in `Devices/Printers`: `"epson-tm-t88v"`.
    public var profile: String
    /// Where it is: `"usb:/dev/usb/lp0"`.
    public var port: String
    /// Cells of a line: `42`.
    public var columns: Int
    /// One word, `"ok"` if it works: `"degraded"`.
    public var state: String
    /// The same as a sentence for people; null if all is well: `"no paper"`.
    public var detail: String?
    /// How sure one can be that a slip is out: `"marks"`, `"ordered"`, `"at_once"` or `"silent"`; null as long as it
    /// was not asked.
    public var answers: String?
    /// Whether it says how often it has cut; null as long as it was not asked.
    public var counts: Bool?
    /// Slips that wait for it: `2`.
    public var waiting: Int
    /// Slips of which nobody can tell whether they came out: `1`.
    public var doubtful: Int

    /// Creates the message from its parts.
    public init(
        id: String, profile: String, port: String, columns: Int, state: String, detail: String? = nil,
        answers: String? = nil, counts: Bool? = nil, waiting: Int = 0, doubtful: Int = 0
    ) {
        self.id = id
        self.profile = profile
        self.port = port
        self.columns = columns
        self.state = state
        self.detail = detail
        self.answers = answers
        self.counts = counts
        self.waiting = waiting
        self.doubtful = doubtful
    }

    private enum CodingKeys: String, CodingKey {
        case id, profile, port, columns, state, detail, answers, counts, waiting, doubtful
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(profile, forKey: .profile)
        try members.encode(port, forKey: .port)
        try members.encode(columns, forKey: .columns)
        try members.encode(state, forKey: .state)
        try members.encode(detail, forKey: .detail)
        try members.encode(answers, forKey: .answers)
        try members.encode(counts, forKey: .counts)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(doubtful, forKey: .doubtful)
    }
}

/// The answer of `GET /v1/printers`.
public struct PrinterPage: Codable, Sendable, Hashable {
    /// The printers.
    public var printers: [PrinterResource]

    /// Creates the message from its parts.
    public init(printers: [PrinterResource]) { self.printers = printers }
}
