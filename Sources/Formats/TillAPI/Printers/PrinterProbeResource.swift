// SPDX-License-Identifier: Apache-2.0

/// What a printer answered when it was asked what it can do.
public struct PrinterProbeResource: Codable, Sendable, Hashable {
    /// The printer: `"counter"`.
    public var printer: String
    /// Whether it could be asked: `"answered"`, `"silent"`, `"waits"` (no answer yet) or `"failed"`.
    public var result: String
    /// Why it could not, as a sentence for people; null if it could.
    public var detail: String?
    /// The maker that it names: `"EPSON"`.
    public var vendor: String?
    /// The model that it names: `"TM-T88V"`.
    public var model: String?
    /// Profiles that fit what it names, the surest first: `["epson-tm-t88v"]`.
    public var fits: [String]
    /// A profile made of its answers, as the text of a file for `Devices/Printers`; null if it answered nothing.
    public var profile: String?

    /// Creates the message from its parts.
    public init(
        printer: String, result: String, detail: String? = nil, vendor: String? = nil, model: String? = nil,
        fits: [String] = [], profile: String? = nil
    ) {
        self.printer = printer
        self.result = result
        self.detail = detail
        self.vendor = vendor
        self.model = model
        self.fits = fits
        self.profile = profile
    }

    private enum CodingKeys: String, CodingKey { case printer, result, detail, vendor, model, fits, profile }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(printer, forKey: .printer)
        try members.encode(result, forKey: .result)
        try members.encode(detail, forKey: .detail)
        try members.encode(vendor, forKey: .vendor)
        try members.encode(model, forKey: .model)
        try members.encode(fits, forKey: .fits)
        try members.encode(profile, forKey: .profile)
    }
}
