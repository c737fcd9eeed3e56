// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Glibc
import Raster

/// Where the system shows its displays.
struct DisplayTree: Hashable, Sendable {
    /// Where the kernel lists framebuffers, usually `/sys/class/graphics`.
    let graphics: String
    /// Where the kernel lists cards and their sockets, usually `/sys/class/drm`.
    let cards: String
    /// Where nodes are, usually `/dev`.
    let devices: String

    private static let textMax = 4096
    private static let compatibleMax = 16

    /// What the kernel calls the framebuffer of a node now; nil if it lists none.
    func name(ofFramebuffer path: String) -> String? {
        line("\(graphics)/\(Self.last(path))/name")
    }

    /// What is known of a framebuffer.
    ///
    /// - Parameter facts: what its driver says; nil if it was not opened.
    func facts(ofFramebuffer path: String, _ facts: FramebufferFacts? = nil) -> DisplayFacts {
        let folder = "\(graphics)/\(Self.last(path))"
        let size = facts.map { (Int($0.width), Int($0.height)) } ?? size(of: folder)
        return DisplayFacts(
            framebuffer: line("\(folder)/name") ?? facts?.name, driver: driver(of: folder),
            compatible: compatible(of: folder), connector: connected(on: "\(folder)/device/drm").first,
            width: size.0, height: size.1,
            widthMm: facts.flatMap { Int(exactly: $0.widthMM) }, heightMm: facts.flatMap { Int(exactly: $0.heightMM) })
    }

    /// What is known of a socket of a card, and of the screen that is plugged into it.
    func facts(
        ofCard path: String, connector: String, width: Int, height: Int, widthMM: Int, heightMM: Int
    ) -> DisplayFacts {
        let folder = "\(cards)/\(Self.last(path))"
        return DisplayFacts(
            driver: driver(of: folder), compatible: compatible(of: folder), connector: connector, width: width,
            height: height, widthMm: widthMM, heightMm: heightMM)
    }

    /// The cards of this machine, in the order of their numbers.
    var candidates: [CardCandidate] {
        DisplayFile.names(in: cards).compactMap { name -> (Int, CardCandidate)? in
            guard name.hasPrefix("card"), let number = Int(name.dropFirst(4)), number >= 0 else { return nil }
            return (
                number,
                CardCandidate(
                    path: "\(devices)/dri/\(name)", driver: driver(of: "\(cards)/\(name)"), connected: sockets(of: name)
                )
            )
        }
        .sorted { $0.0 < $1.0 }
        .map(\.1)
    }

    /// What the kernel says of a socket now: `connected`, `disconnected` or `unknown`; nil if nothing.
    func status(ofCard path: String, connector: String) -> String? {
        line("\(cards)/\(Self.last(path))-\(connector)/status")
    }

    /// The modes of the screen that is plugged into a socket now, a line each.
    func modes(ofCard path: String, connector: String) -> String? {
        DisplayFile.read("\(cards)/\(Self.last(path))-\(connector)/modes", upTo: Self.textMax)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The sockets of a card that have a screen.
    private func sockets(of card: String) -> [String] {
        DisplayFile.names(in: cards).compactMap { name in
            guard name.hasPrefix("\(card)-"), line("\(cards)/\(name)/status") == "connected" else { return nil }
            return String(name.dropFirst(card.count + 1))
        }
    }

    /// The sockets with a screen of whatever cards are listed in a folder of a device.
    private func connected(on folder: String) -> [String] {
        DisplayFile.names(in: folder).filter { $0.hasPrefix("card") }.flatMap { card in
            DisplayFile.names(in: "\(folder)/\(card)").compactMap { name in
                guard name.hasPrefix("\(card)-"), line("\(folder)/\(card)/\(name)/status") == "connected"
                else { return nil }
                return String(name.dropFirst(card.count + 1))
            }
        }
    }

    private func driver(of folder: String) -> String? {
        guard let resolved = realpath("\(folder)/device/driver", nil) else { return nil }
        defer { free(resolved) }
        let name = Self.last(String(cString: resolved))
        // The driver of a bus says nothing of the display behind it.
        return name.hasPrefix("virtio") ? nil : name
    }

    private func compatible(of folder: String) -> [String] {
        guard let bytes = DisplayFile.read("\(folder)/device/of_node/compatible", upTo: Self.textMax) else { return [] }
        return bytes.split(separator: 0).prefix(Self.compatibleMax).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first mode that is listed, such as `U:800x480p-60`, else the virtual size.
    private func size(of folder: String) -> (Int, Int) {
        let mode = line("\(folder)/modes")?.split(separator: ":").last.map { $0.split { !"0123456789".contains($0) } }
        let virtual = line("\(folder)/virtual_size")?.split(separator: ",")
        for parts in [mode, virtual] {
            if let parts, parts.count >= 2, let width = Int(parts[0]), let height = Int(parts[1]) {
                return (width, height)
            }
        }
        return (0, 0)
    }

    private func line(_ path: String) -> String? {
        guard let bytes = DisplayFile.read(path, upTo: 256) else { return nil }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    private static func last(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }
}
