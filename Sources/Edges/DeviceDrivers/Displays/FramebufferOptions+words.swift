// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Raster

extension FramebufferOptions {
    /// The settings of a display that say something about its panel.
    package static let keys = ["rotate", "format", "mono_bit_order", "access", "antialias", "kind", "min_interval_ms"]

    /// The longest time between two pictures that can be asked for.
    static let longestInterval = 600_000

    /// Reads the settings of a panel.
    ///
    /// - Parameter words: values by their keys; others than ``keys`` are not looked at.
    /// - Throws: ``DeviceError/mismatch(_:)`` with the first key, in their order, whose value is wrong.
    package init(words: [String: String]) throws(DeviceError) {
        self.init()
        rotation = try Self.read("rotate", words, "0, 90, 180 or 270") { Int($0).flatMap(Rotation.init(rawValue:)) }
        format = try Self.read(
            "format", words, PixelFormat.names.joined(separator: ", "), PixelFormat.init(name:))
        monoBitOrder = try Self.read("mono_bit_order", words, "lowest_left or highest_left") {
            MonoBitOrder(rawValue: $0).map(PixelFormat.BitOrder.init)
        }
        access = try Self.read("access", words, "mmap or write", Access.init(rawValue:))
        antialias = try Self.read("antialias", words, "true or false", Bool.init)
        kind = try Self.read("kind", words, "lcd, oled or epaper", PanelKind.init(rawValue:))
        leastInterval = try Self.read("min_interval_ms", words, "0 to \(Self.longestInterval)") { text in
            Int(text).flatMap { (0...Self.longestInterval).contains($0) ? .milliseconds($0) : nil }
        }
    }

    private static func read<Value>(
        _ key: String, _ words: [String: String], _ use: String, _ make: (String) -> Value?
    ) throws(DeviceError) -> Value? {
        guard let word = words[key] else { return nil }
        guard let value = make(word) else { throw .mismatch("\(key): \"\(word)\" means nothing: use \(use)") }
        return value
    }
}

extension PixelFormat.BitOrder {
    /// Takes the word of a profile.
    init(_ order: MonoBitOrder) {
        self =
            switch order {
            case .lowestLeft: .leftLowest
            case .highestLeft: .leftHighest
            }
    }
}

extension PixelFormat {
    /// The names that settings know.
    static let names = [
        "rgb565", "bgr565", "rgb555", "rgb888", "bgr888", "xrgb8888", "xbgr8888", "rgb332", "gray8", "mono",
    ]
}
