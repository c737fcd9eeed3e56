// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles

extension FuzzTarget {
    /// A printer's profile.
    static let profile = FuzzTarget(
        "profile",
        words: [
            "id: fuzzed\n", "inherits: fuzzed\n", "inherits: other\n", "print:\n", "  dpi: 203\n",
            "  paper: { 80: { dots: 576 } }\n", "fonts: { A: [12, 24] }\n", "text:\n", "  pages: { 0: cp437 }\n",
            "image:\n", "  modes: [raster]\n", "  modes: [column]\n", "  column_mode: 0\n", "  column_dpi: [80, 72]\n",
            "qr:\n", "status:\n", "mechanism:\n", "  pulse_ms: [100, 500]\n",
            "quirks:\n",
            "true", "0x10", "0b1", "0o7", "1_000", "1:30", ".inf", ".nan", "&a ", "*a", "<<: ", "!!int ", "!!str ",
            "? ",
        ], longest: 1536
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        do throws(ProfileError) {
            let profiles = try PrinterProfiles(texts: ["fuzzed.yaml": text])
            guard let profile = profiles[id: "fuzzed"], profiles.all.count == 1 else {
                return .broken("a file that is no profile was read")
            }
            return .of(fault(of: profile), otherwise: .read)
        } catch {
            guard !error.problems.isEmpty else { return .broken("refused, and nobody says why") }
            for problem in error.problems {
                guard problem.file == "fuzzed.yaml" else { return .broken("the file is not named") }
                if let fault = Sentence.fault(of: problem.description) { return .broken(fault) }
            }
            return .refused
        }
    }

    /// What a profile may not be, however it is written.
    private static func fault(of profile: PrinterProfile) -> String? {
        guard (100...600).contains(profile.print.dpi), !profile.print.paper.isEmpty,
            profile.print.paper.allSatisfy({ (20...216).contains($0.millimetres) && (96...2048).contains($0.dots) })
        else { return "paper of no size" }
        guard let font = profile.fonts["A"], (4...64).contains(font.width), (4...64).contains(font.height) else {
            return "no font to print with"
        }
        guard (24...4095).contains(profile.image.maxRows), (512...65_535).contains(profile.image.maxBytes) else {
            return "pictures of no size"
        }
        let columns = profile.image.columns
        guard [0, 1, 32, 33].contains(columns.mode), (20...600).contains(columns.across),
            (20...600).contains(columns.down),
            !profile.image.modes.contains(.column)
                || (1...255).contains(columns.rows * profile.print.verticalUnit / columns.down)
        else { return "columns of no size" }
        return (50...510).contains(profile.mechanism.pulseOnMs) ? nil : "a pulse that burns the drawer's coil"
    }
}
