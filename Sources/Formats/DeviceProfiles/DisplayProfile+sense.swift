// SPDX-License-Identifier: Apache-2.0

extension DisplayProfile {
    /// What is right by itself, and wrong together.
    var objections: [(key: String, message: String)] { shapeObjections + pixelObjections + timeObjections }

    private var shapeObjections: [(key: String, message: String)] {
        guard let room = panel.micrometres else { return [] }
        guard let size = panel.size else {
            return [("panel.mm", "is stated, and the pixels are not: state panel.size as well")]
        }
        let across = room.width / size.width
        let down = room.height / size.height
        guard Self.pitches.contains(across), Self.pitches.contains(down) else {
            return [("panel.mm", "makes pixels of \(across) by \(down) micrometres: correct it, or panel.size")]
        }
        // A code of pixels that are not square is not square.
        guard max(across, down) * 10 <= min(across, down) * 12 else {
            return [
                (
                    "panel.mm",
                    "makes pixels of \(across) by \(down) micrometres, which are not square: is it turned?"
                )
            ]
        }
        return []
    }

    private var pixelObjections: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        if pixels.hasTwoLevels, pixels.antialias {
            found.append(("pixels.antialias", "has to be false where a pixel is on or off"))
        }
        if pixels.order == .mono, !pixels.hasTwoLevels {
            found.append(("pixels.two_levels", "has to be true where a pixel is one bit"))
        }
        if match.framebuffers.contains(where: { $0.dropLast().contains("*") || $0 == "*" }) {
            found.append(("match.fb", "may have a star at the end of a name, and nowhere else"))
        }
        return found
    }

    private var timeObjections: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        if panel.kind == .epaper {
            if refresh.fullMs == 0 || refresh.fullEvery == 0 {
                found.append(("refresh.full_ms", "and full_every have to be stated of electronic paper"))
            }
            if refresh.minIntervalMs < Self.fastestPaper {
                found.append(
                    ("refresh.min_interval_ms", "has to be at least \(Self.fastestPaper) on electronic paper"))
            }
            if light.dims { found.append(("light.dims", "has to be false on electronic paper")) }
        } else if refresh.fullMs != 0 || refresh.fullEvery != 0 {
            found.append(("refresh.full_ms", "and full_every have to be 0 on anything but electronic paper"))
        }
        if light.device != nil, !light.dims {
            found.append(("light.device", "is named, and the light cannot be turned down: correct one of the two"))
        }
        if light.floorPercent > light.codePercent {
            found.append(("light.code_percent", "is less than light.floor_percent: raise it"))
        }
        return found
    }

    /// Micrometres between a watch and a wall.
    private static let pitches = 30...2000
    /// Milliseconds.
    private static let fastestPaper = 300
}
