// SPDX-License-Identifier: Apache-2.0

import Raster

/// `glass`: how long a changed picture takes into a display's memory, 800 x 480 pixels of 32 bits.
///
/// The memory is the machine's own, so that no panel's bus is measured. The yardstick copies the lines that differ, whole, and
/// knows beforehand which they are; the driver has to find them.
struct GlassBench {
    let ground: Ground

    /// What changes from one picture to the next.
    struct Change {
        /// What it is called.
        let name: String
        /// Two pictures that follow each other in turn.
        let pictures: [Surface]
        /// What it should come to; nil where nothing is wanted.
        let aim: Aim?

        /// Lines in which the two differ, those that follow each other at once.
        var runs: [Range<Int>] {
            var runs: [Range<Int>] = []
            let width = GlassFile.width
            for y in 0..<GlassFile.height
            where pictures[0].pixels[y * width..<(y + 1) * width] != pictures[1].pixels[y * width..<(y + 1) * width] {
                if let last = runs.last, last.upperBound == y {
                    runs[runs.count - 1] = last.lowerBound..<y + 1
                } else {
                    runs.append(y..<y + 1)
                }
            }
            return runs
        }
    }

    /// Measures each change in turn with its yardstick.
    func figures() async throws -> [Figure] {
        let drawing = try SceneDrawing()
        let first = try drawing.draw(Payloads.text(1))
        let changes = [
            Change(name: "another code", pictures: [first, try drawing.draw(Payloads.text(2))], aim: .atMost(1.2)),
            Change(
                name: "a second of the countdown",
                pictures: [first, try drawing.draw(Payloads.text(1), secondsLeft: 59)], aim: nil),
        ]
        var figures: [Figure] = []
        for change in changes {
            do {
                figures.append(try await figure(change))
            } catch {
                figures.append(Figure(change.name, refused: "\(error)"))
            }
        }
        return figures
    }

    private func figure(_ change: Change) async throws -> Figure {
        let glass = try GlassFile("glass")
        let copy = try GlassCopy(glass)
        let runs = change.runs
        guard !runs.isEmpty else { throw BenchFault.control("the two pictures are the same") }
        let count = ground.scaled(100, short: 20)
        let pictures = (0..<count).map { change.pictures[$0 % 2] }
        let comparison = try await Comparison.measure(rounds: ground.scaled(15, short: 5)) {
            let times = try await copy.show(pictures)
            guard glass.picture == change.pictures[(count - 1) % 2].pixels else {
                throw BenchFault.control("the display does not show the picture")
            }
            // The first one may follow itself, and then nothing changes.
            return try Sample(Array(times.dropFirst())).median
        } yardstick: {
            try Sample(self.copy(pictures, runs, into: glass)).median
        }
        let lines = runs.reduce(0) { $0 + $1.count }
        return Figure(
            "\(change.name), \(lines) lines", comparison, aim: change.aim, names: ("driver", "memcpy of those lines"))
    }

    private func copy(_ pictures: [Surface], _ runs: [Range<Int>], into glass: GlassFile) -> [Double] {
        let stride = 4 * GlassFile.width
        return pictures.map { picture in
            picture.pixels.withUnsafeBytes { pixels in
                let start = Ticks.now()
                for run in runs {
                    let bytes = stride * run.lowerBound..<stride * run.upperBound
                    glass.copy(UnsafeRawBufferPointer(rebasing: pixels[bytes]), at: bytes.lowerBound)
                }
                return Ticks.now() - start
            }
        }
    }
}
