// SPDX-License-Identifier: Apache-2.0

import EscPos

/// `receipts`: how many slips with a code are made a second on one core, and how many bytes each takes to the printer.
struct ReceiptsBench {
    let ground: Ground

    /// What all printers of this width can do: rasters from the left edge.
    static let plain = "generic-80"
    /// A printer that itself sets rasters in the middle.
    static let aligning = "epson-tm-t20iii"
    /// Dots of a line of both.
    static let dots = 576

    /// Measures both printers, and python-escpos in turn with the first.
    func figures() async throws -> [Figure] {
        let plain = try slip(Self.plain, aligns: false)
        let aligning = try slip(Self.aligning, aligns: true)
        let (count, rounds) = (ground.scaled(500, short: 50), ground.scaled(9, short: 3))
        var ours: [Double] = []
        var theirs: [Double] = []
        var bytes = 0
        let foreign: Result<ForeignSlip, BenchFault> = begin(plain)
        for round in 0...rounds {
            let time = try seconds(count, plain)
            if round > 0 { ours.append(1 / time) }
            if case .success(let foreign) = foreign {
                let made = try foreign.make(ground.scaled(30, short: 5))
                if round > 0 { theirs.append(1 / made.seconds) }
                bytes = made.bytes
            }
        }
        let rate = try Sample(ours)
        var figures = [
            Figure(
                "slips a second and core, \(Self.dots) dots, raster code", rate.median, spread: rate.spread, .perSecond,
                aim: .atLeast(5000), beside: "\(Self.plain), time of the processor"),
            Figure(
                "bytes of a slip", Double(try plain.bytes(1).count), .bytes, aim: .atMost(5000), beside: Self.plain),
            Figure(
                "bytes where rasters are aligned", Double(try aligning.bytes(1).count), .bytes, aim: .atMost(3000),
                beside: Self.aligning),
        ]
        switch foreign {
        case .success(let foreign):
            let other = try Sample(theirs)
            let name = "python-escpos \(foreign.version)"
            figures.append(
                Figure(
                    "\(name): slips a second and core", other.median, spread: other.spread, .perSecond,
                    beside: "the same lines and code"))
            figures.append(Figure("\(name): bytes of a slip", Double(bytes), .bytes))
        case .failure(let fault):
            figures.append(Figure("python-escpos", refused: "\(fault)"))
        }
        return figures
    }

    private func begin(_ slip: PrintedSlip) -> Result<ForeignSlip, BenchFault> {
        do throws(BenchFault) {
            return .success(try ForeignSlip(slip, log: ground.folder))
        } catch {
            return .failure(error)
        }
    }

    /// A printer, of which it has been seen that its slip holds one raster that is a code, and no complaint.
    private func slip(_ profile: String, aligns: Bool) throws(BenchFault) -> PrintedSlip {
        let slip = try PrintedSlip(profile)
        guard slip.dots == Self.dots, slip.aligns == aligns else {
            throw .control("\(profile) is another printer than it was: \(slip.dots) dots, aligns: \(slip.aligns)")
        }
        var reader = EscPosReader()
        let rows = try reader.read(slip.bytes(1)).reduce(0) { sum, command in
            if case .raster(let raster) = command { sum + raster.rows } else { sum }
        }
        guard rows > 60 else { throw .control("the slip of \(profile) has no code: \(rows) rows of dots") }
        guard try slip.bytes(1) != slip.bytes(2) else { throw .control("all slips of \(profile) are the same") }
        return slip
    }

    private func seconds(_ count: Int, _ slip: PrintedSlip) throws(BenchFault) -> Double {
        let start = Ticks.ofThisThread()
        var bytes = 0
        for number in 0..<count { bytes += try slip.bytes(number).count }
        let time = Ticks.ofThisThread() - start
        guard bytes > 100 * count, time > 0 else { throw .nothingMeasured }
        return time / Double(count)
    }
}
