// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
import Glibc

/// Keeps what printers were found to answer, over the end of the program: a small file each, named like its lock.
///
/// It spares questions and is no evidence: what cannot be read, or was found with another profile, is asked again.
package struct PrinterMemory: Sendable, Hashable {
    /// The folder of the files.
    package let folder: String

    /// Names the folder.
    package init(folder: String) { self.folder = folder }

    private static let heading = "tilld printer abilities 1"
    private static let fileMax = 512

    /// What a device was found to answer with a profile; nil if nobody asked it.
    package func recall(_ device: DeviceIdentity, _ profile: PrinterProfile) -> PrinterAbilities? {
        let number = open(path(of: device), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard number >= 0 else { return nil }
        let file = Descriptor(owning: number, name: folder)
        guard case .success(.some(let bytes)) = file.read(upTo: Self.fileMax) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 6, lines[0] == Self.heading, lines[1] == Self.question(of: profile), lines[5].isEmpty,
            let tier = Self.value("answers", lines[2]).flatMap({ PrinterTier(rawValue: String($0)) }),
            let clears = Self.flag("clears", lines[3]), let counts = Self.flag("counts", lines[4])
        else { return nil }
        return PrinterAbilities(tier: tier, clears: clears, counts: counts)
    }

    /// Keeps what a device was found to answer; where there is no room for it, it is asked again next time.
    package func keep(_ abilities: PrinterAbilities, of device: DeviceIdentity, _ profile: PrinterProfile) {
        let path = path(of: device)
        let part = "\(path).part"
        let text = """
            \(Self.heading)
            \(Self.question(of: profile))
            answers \(abilities.tier.rawValue)
            clears \(abilities.clears ? "yes" : "no")
            counts \(abilities.counts ? "yes" : "no")

            """
        guard Self.write(Array(text.utf8), to: part), rename(part, path) == 0 else {
            unlink(part)
            return
        }
    }

    /// Forgets what a device was found to answer.
    package func forget(_ device: DeviceIdentity) { unlink(path(of: device)) }

    private func path(of device: DeviceIdentity) -> String { "\(folder)/\(device.fileName).abilities" }

    /// What a probe with a profile depends on.
    private static func question(of profile: PrinterProfile) -> String {
        let status = profile.status
        let claims = [status.realtime, status.asb, status.gsR, status.processID, status.counters, status.clear]
        return "profile \(profile.id) " + claims.map { $0 ? "1" : "0" }.joined()
    }

    private static func value(_ key: String, _ line: Substring) -> Substring? {
        line.hasPrefix(key + " ") ? line.dropFirst(key.count + 1) : nil
    }

    private static func flag(_ key: String, _ line: Substring) -> Bool? {
        switch value(key, line) {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard number >= 0 else { return false }
        let file = Descriptor(owning: number, name: path)
        return bytes.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) } == bytes.count
    }
}
