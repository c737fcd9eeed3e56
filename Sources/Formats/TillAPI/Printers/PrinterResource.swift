// SPDX-License-Identifier: Apache-2.0

/// A printer of the terminal: what it is, how it does, and what waits for it.
public struct PrinterResource: Codable, Sendable, Hashable {
    /// The name in the configuration: `"counter"`.
    public var id: String
    /// What it is for: `"receipts"`, or `"journal"` for a roll with a line for each sale.
    public var role: String
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
    /// Slips, or lines of a roll, that wait for it: `2`.
    public var waiting: Int
    /// Slips of which nobody can tell whether they came out: `1`.
    public var doubtful: Int
    /// The running number of the last line on a roll: `123455`; null for other printers.
    public var last: Int64?

    /// Creates the message from its parts.
    public init(
        id: String, role: String = "receipts", profile: String, port: String, columns: Int, state: String,
        detail: String? = nil, answers: String? = nil, counts: Bool? = nil, waiting: Int = 0, doubtful: Int = 0,
        last: Int64? = nil
    ) {
        self.id = id
        self.role = role
        self.profile = profile
        self.port = port
        self.columns = columns
        self.state = state
        self.detail = detail
        self.answers = answers
        self.counts = counts
        self.waiting = waiting
        self.doubtful = doubtful
        self.last = last
    }

    private enum CodingKeys: String, CodingKey {
        case id, role, profile, port, columns, state, detail, answers, counts, waiting, doubtful, last
    }

    /// Reads the message; an older daemon has one printer, and it is for receipts.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        id = try members.decode(String.self, forKey: .id)
        role = try members.decodeIfPresent(String.self, forKey: .role) ?? "receipts"
        profile = try members.decode(String.self, forKey: .profile)
        port = try members.decode(String.self, forKey: .port)
        columns = try members.decode(Int.self, forKey: .columns)
        state = try members.decode(String.self, forKey: .state)
        detail = try members.decodeIfPresent(String.self, forKey: .detail)
        answers = try members.decodeIfPresent(String.self, forKey: .answers)
        counts = try members.decodeIfPresent(Bool.self, forKey: .counts)
        waiting = try members.decode(Int.self, forKey: .waiting)
        doubtful = try members.decode(Int.self, forKey: .doubtful)
        last = try members.decodeIfPresent(Int64.self, forKey: .last)
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(role, forKey: .role)
        try members.encode(profile, forKey: .profile)
        try members.encode(port, forKey: .port)
        try members.encode(columns, forKey: .columns)
        try members.encode(state, forKey: .state)
        try members.encode(detail, forKey: .detail)
        try members.encode(answers, forKey: .answers)
        try members.encode(counts, forKey: .counts)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(doubtful, forKey: .doubtful)
        try members.encode(last, forKey: .last)
    }
}

/// The answer of `GET /v1/printers`.
public struct PrinterPage: Codable, Sendable, Hashable {
    /// The printers.
    public var printers: [PrinterResource]

    /// Creates the message from its parts.
    public init(printers: [PrinterResource]) { self.printers = printers }
}
