// SPDX-License-Identifier: Apache-2.0

/// Says which display a person has chosen.
package enum DisplaySetting: Hashable, Sendable {
    /// The first framebuffer that takes pictures.
    case automatic
    /// A framebuffer by its node, such as `/dev/fb0`.
    case framebuffer(String)
    /// A framebuffer by a part of its driver's name, which outlives a reboot.
    case named(String)
    /// A plain file that plays a framebuffer.
    case file(String)
    /// A folder of numbered pictures.
    case png(String)
    /// A terminal.
    case ansi(String)
    /// No display at all.
    case none

    /// Reads a setting: `auto`, `/dev/fbN`, `name:PART`, `file:PATH`, `png:FOLDER`, `ansi:PATH` or `none`.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it is none of these.
    package init(_ text: String) throws(DeviceError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count == 2 ? String(parts[1]) : ""
        switch (String(parts.first ?? ""), rest) {
        case ("auto", "") where parts.count == 1: self = .automatic
        case ("none", "") where parts.count == 1: self = .none
        case ("name", let part) where !part.isEmpty: self = .named(part)
        case ("file", let path) where !path.isEmpty: self = .file(path)
        case ("png", let folder) where !folder.isEmpty: self = .png(folder)
        case ("ansi", let path) where !path.isEmpty: self = .ansi(path)
        case (_, _) where text.hasPrefix("/"): self = .framebuffer(text)
        default:
            throw .mismatch(
                "\"\(text)\" is no display: use auto, /dev/fb0, name:PART, file:PATH, png:FOLDER, ansi:PATH or none"
            )
        }
    }
}
