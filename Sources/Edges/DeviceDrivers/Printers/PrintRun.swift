// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos

/// One job, or one question about an earlier one, over one open port.
///
/// ```
/// [resync] preamble fence -> count -> note -> pieces, looked after -> fence -> result
/// ```
struct PrintRun {
    /// The conversation.
    let line: PrinterLine
    /// What the printer answers.
    let abilities: PrinterAbilities
    /// How its tier shows that it is ready and done.
    let fence: any PrintFence
    /// Comes back behind the job; nil if the printer gives no marks back.
    let mark: FenceMark?

    /// Chooses the fence of a printer's tier.
    init(line: PrinterLine, abilities: PrinterAbilities, greeting: FenceMark, mark: FenceMark) {
        self.line = line
        self.abilities = abilities
        line.answersAtOnce = abilities.answersAtOnce && line.profile.status.realtime
        switch abilities.tier {
        case .marks: fence = MarkFence(line: line, greeting: greeting, mark: mark)
        case .ordered: fence = OrderedFence(line: line)
        case .atOnce: fence = CalmFence(line: line)
        case .silent: fence = BlindFence(line: line)
        }
        self.mark = abilities.tier == .marks ? mark : nil
    }

    /// Brings the printer into step, and waits until it is ready.
    func greet(_ preamble: [UInt8], isInStep: Bool) async throws(DeviceError) {
        var isInDoubt = !isInStep
        if !isInStep {
            // Where it can be asked, it is not filled up with zeros that it cannot take now.
            if line.mayAsk, line.answersAtOnce { try await line.waitUntilOnline() }
            if abilities.clears, try await clear() {
                isInDoubt = false
            } else {
                try await line.push(EscPosQuery.endOfAnyCommand, stall: line.limits.greeting)
            }
        }
        line.mayAsk = true
        // A fence can come back although the settings before it were lost: the line has to stand first.
        if line.port.manner.hidesPowerLoss { try await line.look() }
        try await line.push(preamble, stall: line.limits.greeting)
        try await fence.greet(isInDoubt: isInDoubt)
    }

    /// Tells the printer to drop what it holds; false if it does not say that it has.
    func clear() async throws(DeviceError) -> Bool {
        line.forgetAnswers()
        try await line.push(EscPosQuery.clearBuffers, stall: line.limits.greeting)
        let start = line.elapsed()
        while !line.wasCleared, line.elapsed() - start < line.limits.clearing {
            try await line.listen(for: PrinterLine.slice)
        }
        guard line.wasCleared else { return false }
        // Answers that came before were to what it has dropped.
        line.forgetAnswers()
        return true
    }

    /// The printer's count of cuts; nil if it does not tell.
    func cuts() async throws(DeviceError) -> Int? {
        guard abilities.counts else { return nil }
        line.forgetCount()
        try await line.push(EscPosQuery.counter(EscPosQuery.cuts))
        _ = try await line.wait(within: line.limits.counting) { line.count != nil }
        return line.count
    }

    /// Sends a job and waits for its end.
    func carry(_ job: PrintedJob) async throws(DeviceError) -> PrintResult {
        let stall = abilities.tier == .silent ? line.limits.blindness : line.limits.stall
        for segment in job.segments {
            for piece in pieces(of: segment) {
                try await line.send(piece, stall: stall)
                try await line.look()
            }
        }
        let result = try await fence.confirm(within: limit(of: job))
        try line.expectNoNews()
        return result
    }

    private func pieces(of segment: [UInt8]) -> [[UInt8]] {
        let most = line.port.manner.piece
        return segment.count <= most ? [segment] : JobPieces(segment, most: most).pieces
    }

    private func limit(of job: PrintedJob) -> Duration {
        let paper = Duration.milliseconds(3000 * job.millimetres / max(line.profile.mechanism.speed, 1))
        return line.limits.answer + paper + .milliseconds(1000 * job.byteCount / line.port.manner.bytesPerSecond)
    }
}
