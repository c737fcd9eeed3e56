// SPDX-License-Identifier: Apache-2.0

/// Says which display a person has chosen.
package enum DisplaySetting: Hashable, Sendable {
    /// The first framebuffer that takes pictures.
    case automatic
    /// A framebuffer by its node, such as `/dev/fb0`.
    case framebuffer(String)
    /// A framebuffer by a part of its driver's name, which outlives a reboot.
    case named(String)
    /// A graphics card by its node, such as `/dev/dri/card0`, and one of its sockets, such as `HDMI-A-1`.
    case card(String, connector: String?)
    /// A plain file that plays a framebuffer.
    case file(String)
    /// A folder of numbered pictures.
    case png(String)
    /// A terminal.
    case ansi(String)
    /// No display at all.
    case none

    /// Reads a setting: `auto`, `/dev/fbN`, `name:PART`, `drm:CARD`, `drm:CARD:SOCKET`, `file:PATH`, `png:FOLDER`, `ansi:PATH` or `none`.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it is none of these.
    package init(_ text: String) throws(DeviceError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count == 2 ? String(parts[1]) : ""
        switch (String(parts.first ?? ""), rest) {
        case ("auto", "") where parts.count == 1: self = .automatic
        case ("none", "") where parts.count == 1: self = .none
        case ("name", let part) where !part.isEmpty: self = .named(part)
        case ("drm", let card) where !card.isEmpty: self = try Self.card(card, text)
        case ("file", let path) where !path.isEmpty: self = .file(path)
        case ("png", let folder) where !folder.isEmpty: self = .png(folder)
        case ("ansi", let path) where !path.isEmpty: self = .ansi(path)
        case (_, _) where text.hasPrefix("/"): self = .framebuffer(text)
        default:
            throw .mismatch(
                "\"\(text)\" is no display: use auto, /dev/fb0, name:PART, drm:CARD, file:PATH, png:FOLDER, ansi:PATH or none"
            )
        }
    }

    /// Reads `card0`, `0` or a path, and the name of a socket behind it.
    private static func card(_ words: String, _ text: String) throws(DeviceError) -> DisplaySetting {
        let parts = words.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let isName = parts.count == 1 || parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let number = parts[0].hasPrefix("card") ? String(parts[0].dropFirst(4)) : parts[0]
        let isNumber = !number.isEmpty && number.count <= 3 && number.allSatisfy { ("0"..."9").contains($0) }
        guard parts.count <= 2, isName, parts.last != "", parts[0].hasPrefix("/") || isNumber else {
            throw .mismatch("\"\(text)\" names no card: use drm:card0 or drm:card0:HDMI-A-1")
        }
        let path = parts[0].hasPrefix("/") ? parts[0] : "/dev/dri/card\(number)"
        return .card(path, connector: parts.count == 2 ? parts[1] : nil)
    }
}
