// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Foundation
import Glibc

/// Whether displays and printers are there. None of them is opened: they may be at work.
struct DeviceExamination: Examination {
    let displays: [(name: String, setting: DisplaySetting)]
    let printers: [(name: String, port: String)]
    let fonts: [String]
    /// The framebuffers of this machine.
    let framebuffers: @Sendable () -> [FramebufferCandidate]
    /// The graphics cards of this machine.
    var cards: @Sendable () -> [CardCandidate] = { [] }

    func findings() async -> [Finding] {
        var findings = displays.map { display($0.name, $0.setting) }
        findings += printers.map { printer($0.name, $0.port) }
        for font in fonts {
            let file = String(font.prefix { $0 != "#" })
            guard access(file, R_OK) != 0 else { continue }
            findings.append(
                .warning(
                    "fonts", "\(file) cannot be read, and screens and slips are in small built-in letters",
                    remedy: "install fonts-wqy-microhei, or check devices.fonts"))
        }
        return findings
    }

    private func display(_ name: String, _ setting: DisplaySetting) -> Finding {
        let subject = "display \(name)"
        switch setting {
        case .none: return .ok(subject, "is none")
        case .framebuffer(let path), .card(let path, _): return node(path, subject)
        case .file(let path), .ansi(let path):
            return path.hasPrefix("/dev/") ? node(path, subject) : file(path, subject)
        case .png(let path): return folder(path, subject)
        case .automatic, .named:
            let known = framebuffers()
            let match = known.first {
                if case .named(let part) = setting { $0.name.lowercased().contains(part.lowercased()) } else { true }
            }
            if match == nil, setting == .automatic, let card = cards().first(where: { !$0.connected.isEmpty }) {
                return node(card.path, subject)
            }
            guard let match else {
                let all =
                    known.isEmpty ? "none is there" : "there are \(known.map(\.description).joined(separator: ", "))"
                return .wrong(
                    subject, "no framebuffer fits, \(all)", remedy: "check the cable and device",
                    status: CheckStatus.unavailable)
            }
            return node(match.path, subject)
        }
    }

    private func printer(_ name: String, _ port: String) -> Finding {
        let subject = "printer \(name)"
        guard let address = try? PortAddress(port) else {
            return .wrong(subject, "\(port) is no port", remedy: "check port", status: CheckStatus.configuration)
        }
        return switch address {
        case .usb(let path), .rfcomm(let path), .serial(let path?, nil, _): node(path, subject)
        case .usbDevice(let serial, _), .serial(_, let serial?, _):
            .ok(subject, "the device with serial number \(serial) is looked for when it prints")
        case .serial(nil, nil, _):
            .wrong(subject, "\(port) is no port", remedy: "check port", status: CheckStatus.configuration)
        case .file(let path): path.hasPrefix("/dev/") ? node(path, subject) : file(path, subject)
        case .tcp(let host, let port): .ok(subject, "\(host):\(port) is asked when it prints")
        case .none: .ok(subject, "is none")
        }
    }

    /// A device's node.
    private func node(_ path: String, _ subject: String) -> Finding {
        guard access(path, F_OK) == 0 else {
            return .wrong(
                subject, "\(path) is not there", remedy: "check the cable, and that it is switched on",
                status: CheckStatus.unavailable)
        }
        guard access(path, R_OK | W_OK) == 0 else {
            return .wrong(
                subject, "\(path) cannot be opened by this user",
                remedy: "put the user into the group of the device, and allow it in the unit",
                status: CheckStatus.unavailable)
        }
        return .ok(subject, "\(path) is there")
    }

    /// A file that is made when it is needed, and written on.
    private func file(_ path: String, _ subject: String) -> Finding {
        // One that is there needs no right to its folder.
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
        else { return folder(path, subject) }
        return access(path, W_OK) == 0 ? .ok(subject, "\(path) can be written") : unwritable(path, subject)
    }

    /// A folder that is made when it is needed.
    private func folder(_ path: String, _ subject: String) -> Finding {
        guard let place = DiskExamination.place(of: path + "/."), place.isWritable else {
            return unwritable(path, subject)
        }
        return .ok(subject, "\(path) can be written")
    }

    private func unwritable(_ path: String, _ subject: String) -> Finding {
        .wrong(
            subject, "\(path) cannot be written by this user", remedy: "check its owner",
            status: CheckStatus.unavailable)
    }
}
