// SPDX-License-Identifier: Apache-2.0

/// How a code stands on a customer screen.
public struct ShownCodeResource: Codable, Sendable, Hashable {
    /// Modules a side: `29`.
    public var modules: Int
    /// Pixels a module: `13`.
    public var modulePixels: Int
    /// The edge of a module in micrometres; null if nobody knows: `2145`.
    public var moduleMicrometres: Int?
    /// The narrowest side of the light border in modules, at most 4: `4`.
    public var quietModules: Double
    /// From how far away a phone should read it with ease, in millimetres; null if nobody knows: `804`.
    public var distanceMillimetres: Int?
    /// From how far away a good phone still may, in millimetres; null if nobody knows: `1072`.
    public var farthestMillimetres: Int?

    /// Creates the message from its parts.
    public init(
        modules: Int, modulePixels: Int, moduleMicrometres: Int? = nil, quietModules: Double,
        distanceMillimetres: Int? = nil, farthestMillimetres: Int? = nil
    ) {
        self.modules = modules
        self.modulePixels = modulePixels
        self.moduleMicrometres = moduleMicrometres
        self.quietModules = quietModules
        self.distanceMillimetres = distanceMillimetres
        self.farthestMillimetres = farthestMillimetres
    }

    private enum CodingKeys: String, CodingKey {
        case modules
        case modulePixels = "module_px"
        case moduleMicrometres = "module_um"
        case quietModules = "quiet_modules"
        case distanceMillimetres = "distance_mm"
        case farthestMillimetres = "farthest_mm"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modules, forKey: .modules)
        try members.encode(modulePixels, forKey: .modulePixels)
        try members.encode(moduleMicrometres, forKey: .moduleMicrometres)
        try members.encode(quietModules, forKey: .quietModules)
        try members.encode(distanceMillimetres, forKey: .distanceMillimetres)
        try members.encode(farthestMillimetres, forKey: .farthestMillimetres)
    }
}
