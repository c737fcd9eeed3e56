// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Foundation

/// The files that are shipped.
enum Devices {
    /// The folder of all of them.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Devices").path
    static let printers = "\(folder)/Printers"
    static let displays = "\(folder)/Displays"

    // Read once: there are many files, and many tests.
    private static let loadedPrinters = Result { () throws(ProfileError) in
        try PrinterProfiles.load(folder: printers)
    }
    private static let loadedDisplays = Result { () throws(ProfileError) in
        try DisplayProfiles.load(folder: displays)
    }

    static func allPrinters() throws -> PrinterProfiles { try loadedPrinters.get() }
    static func allDisplays() throws -> DisplayProfiles { try loadedDisplays.get() }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }

    /// Everything that is wrong with the files of printers.
    static func problems(printers texts: [String: String]) -> [String] {
        do {
            _ = try PrinterProfiles(texts: texts)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// Everything that is wrong with the files of displays.
    static func problems(displays texts: [String: String]) -> [String] {
        do {
            _ = try DisplayProfiles(texts: texts)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}
