// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation

/// A folder in which lights are files, as the kernel shows them.
struct PlayedLights {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    var sysfs: String { folder.path }

    func add(_ name: String, highest: Int, level: Int, power: Int = 0) throws {
        try FileManager.default.createDirectory(atPath: "\(sysfs)/\(name)", withIntermediateDirectories: true)
        try set(name, "max_brightness", highest)
        try set(name, "brightness", level)
        try set(name, "bl_power", power)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(sysfs)/\(name)") }

    func set(_ name: String, _ attribute: String, _ value: Int) throws {
        try Data("\(value)\n".utf8).write(to: URL(filePath: "\(sysfs)/\(name)/\(attribute)"))
    }

    func value(_ name: String, _ attribute: String = "brightness") throws -> Int? {
        let text = try String(contentsOfFile: "\(sysfs)/\(name)/\(attribute)", encoding: .utf8)
        return Int(text.split(separator: "\n").first ?? "")
    }
}
