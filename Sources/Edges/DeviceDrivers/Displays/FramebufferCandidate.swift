// SPDX-License-Identifier: Apache-2.0

/// Describes a framebuffer that the kernel lists, for choosing and for the log.
package struct FramebufferCandidate: Hashable, Sendable, CustomStringConvertible {
    /// The node, such as `/dev/fb0`; its number may change with every boot.
    package let path: String
    /// The driver's name for it.
    package let name: String
    /// Its virtual size as the kernel writes it, such as `800,480`.
    package let size: String
    /// Bits a pixel.
    package let bits: Int

    /// One line for a log.
    package var description: String { "\(path) \"\(name)\" \(size) \(bits) bits" }

    /// The highest number that is looked for; the kernel knows no more.
    static let highestNumber = 31

    /// Lists the framebuffers of this machine.
    ///
    /// - Parameters:
    ///   - sysfs: where the kernel lists them.
    ///   - devices: where their nodes are.
    package static func all(
        sysfs: String = "/sys/class/graphics",
        devices: String = "/dev"
    ) -> [FramebufferCandidate] {
        (0...highestNumber).compactMap { number in
            let folder = "\(sysfs)/fb\(number)"
            guard let name = line("\(folder)/name") else { return nil }
            return FramebufferCandidate(
                path: "\(devices)/fb\(number)",
                name: name,
                size: line("\(folder)/virtual_size") ?? "?",
                bits: line("\(folder)/bits_per_pixel").flatMap { Int($0) } ?? 0
            )
        }
    }

    private static func line(_ path: String) -> String? {
        guard let bytes = DisplayFile.read(path, upTo: 256) else { return nil }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
