// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The light of a panel, as the kernel shows it.
///
/// Source: Linux `Documentation/ABI/stable/sysfs-class-backlight`.
package struct Backlight: Hashable, Sendable {
    /// Its name, such as `rpi_backlight`.
    package let name: String
    /// Its highest level; the lowest is 0, at which some panels are dark.
    package let highest: Int
    private let folder: String

    /// Where the kernel lists lights.
    package static let usualFolder = "/sys/class/backlight"

    /// Finds a light.
    ///
    /// - Parameters:
    ///   - name: nil is the only one there.
    ///   - sysfs: where the kernel lists them.
    /// - Throws: ``DeviceError/absent(_:)`` if it is not there, and ``DeviceError/mismatch(_:)`` if there
    ///   are several to choose from, or it is none.
    package init(named name: String?, sysfs: String = Backlight.usualFolder) throws(DeviceError) {
        let names = DisplayFile.names(in: sysfs)
        if let name {
            guard names.contains(name) else {
                let known = names.isEmpty ? "none is there" : "there are \(names.joined(separator: ", "))"
                throw .absent("the light \(name) under \(sysfs), where \(known),")
            }
        } else if names.count > 1 {
            throw .mismatch("there are several lights, \(names.joined(separator: ", ")): name one in backlight")
        }
        guard let name = name ?? names.first else { throw .absent("a light under \(sysfs)") }
        folder = "\(sysfs)/\(name)"
        guard let highest = SystemAttribute("\(folder)/max_brightness").number(), highest > 0 else {
            throw .mismatch("\(folder) is no light: correct backlight")
        }
        self.name = name
        self.highest = highest
    }

    /// Its level now; nil if that cannot be read.
    package var level: Int? { SystemAttribute("\(folder)/brightness").number() }

    /// The level of so many percent: rounded up, so that it is 0 for 0 only.
    package func level(percent: Int) -> Int {
        guard percent > 0 else { return 0 }
        let share = min(100, percent)
        // In this order, since the highest level may be anything.
        return max(1, highest / 100 * share + (highest % 100 * share + 99) / 100)
    }

    /// Sets its level, and switches it on if it was switched off; a level that it has is not set again.
    ///
    /// - Throws: ``DeviceError/denied(path:remedy:)``, ``DeviceError/gone(_:)`` or
    ///   ``DeviceError/writeFailed(what:errno:)``.
    package func set(_ level: Int) throws(DeviceError) {
        if self.level != level { try write(level, to: "brightness") }
        // 0 is on; others are ways of being off.
        let power = SystemAttribute("\(folder)/bl_power").number() ?? 0
        if level > 0, power != 0 { try write(0, to: "bl_power") }
    }

    private func write(_ value: Int, to name: String) throws(DeviceError) {
        let path = "\(folder)/\(name)"
        switch SystemAttribute(path).set(value) {
        case 0: return
        case EACCES, EPERM:
            throw .denied(path: path, remedy: "let a rule of udev give it to group video")
        case EROFS:
            throw .denied(path: path, remedy: "let the unit write under /sys, as backlight.conf does")
        case ENOENT, ENODEV, ENXIO: throw .gone("the light \(self.name)")
        case let number: throw .writeFailed(what: "setting \(path)", errno: number)
        }
    }
}
