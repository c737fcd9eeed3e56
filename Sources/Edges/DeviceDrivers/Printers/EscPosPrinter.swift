// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
import EscPos

/// Drives an ESC/POS printer and finds out what became of a job.
///
/// ```
/// marks     [clear] preamble fence, count ->  pieces, fence ->          printed
/// ordered   [zeros] preamble fence, count ->  pieces, fence, calm ->    printed
/// at once   [zeros] preamble, asked       ->  pieces, calm              unconfirmed
/// silent    [zeros] preamble              ->  pieces                    unconfirmed
/// ```
/// A fence is a mark that comes back when all before it is on paper. Time counts against the printer
/// only while it is online: without paper it keeps what it has and goes on by itself.
package actor EscPosPrinter: PrinterDriver {
    /// The address of the printer.
    package nonisolated let name: String
    private let port: any DevicePort
    private let profile: PrinterProfile
    private let limits: PrintLimits
    private let elapsed: @Sendable () -> Duration

    private var known: PrinterAcquaintance
    private let memory: PrinterMemory?
    private var isBusy = false
    /// Whether the printer is known to be between two commands.
    private var isInStep = false
    /// Whether it is known to be so after a job that our own rules have ended.
    private var mayAsk = false
    private var serial: Int
    private var current = PrinterCondition()
    private var line: PrinterLine?
    /// An error outlives the job that met it.
    private var mending = Mending()

    /// Takes a way to the printer and what it can do.
    ///
    /// - Parameters:
    ///   - port: opened for every job and closed after it.
    ///   - profile: what the printer can do.
    ///   - abilities: what an earlier driver of the same device found; nil lets it be asked.
    ///   - memory: where that is kept for the next driver; nil keeps nothing.
    ///   - firstMark: where marks begin; by chance if left out, because answers to a program that died may
    ///     still be on their way, and a terminal may start at the same wrong time every morning.
    ///   - limits: how long it is waited for.
    ///   - elapsed: time that has passed since any fixed point; it never goes back.
    package init(
        port: any DevicePort, profile: PrinterProfile, abilities: PrinterAbilities? = nil,
        memory: PrinterMemory? = nil,
        firstMark: Int = .random(in: 0..<FenceMark.serials), limits: PrintLimits = PrintLimits(),
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.port = port
        self.profile = profile
        self.limits = limits
        self.elapsed = elapsed
        self.memory = memory
        known = PrinterAcquaintance(abilities, memory: memory, profile: profile)
        serial = firstMark
        name = port.name
    }

    /// What the printer last said about itself.
    package func condition() -> PrinterCondition { line?.condition ?? current }

    /// What the printer was found to answer; nil if it was not asked yet.
    package func abilities() async -> PrinterAbilities? {
        if let found = known.abilities { return found }
        guard let memory, let device = await port.identity() else { return nil }
        return memory.recall(device, profile)
    }

    /// Asks the printer what it answers, unless that is known.
    ///
    /// - Throws: ``DeviceError`` if it cannot be asked now.
    package func probe() async throws(DeviceError) -> PrinterAbilities {
        try await talk { line, direction throws(DeviceError) in
            try await self.abilities(over: line, direction)
        }
    }

    /// Asks the printer everything that a profile says about answers, whatever its own profile claims.
    ///
    /// - Throws: ``DeviceError`` if it cannot be asked now.
    package func examine() async throws(DeviceError) -> PrinterFindings {
        try await talk { line, direction throws(DeviceError) in
            guard direction == .twoWay else { return PrinterFindings(facts: PrinterFacts()) }
            await self.meet(line)
            // A person asks because it is not what it was: what was found before counts no more.
            self.known.forget()
            return try await PrinterProbe(line: line, mark: self.nextMark("X")).findings()
        }
    }

    /// Calls off the job that is being printed: the printer drops what it holds, where it can.
    ///
    /// The job ends as interrupted.
    package func callOff() { line?.isCalledOff = true }

    /// Prints a job and says what is known about it.
    ///
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    package func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        try await print(job) { _ in true }
    }

    /// Prints a job after what is needed to tell its end has been written down.
    ///
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    package func print(
        _ job: PrintedJob, noting: @Sendable (PrintStart) async -> Bool
    ) async throws(PrintFailure) -> PrintResult {
        var written = 0
        do {
            return try await talk { line, direction throws(DeviceError) in
                defer { written = line.bytesWritten }
                return try await self.carry(job, over: line, direction, noting)
            }
        } catch {
            throw written == 0 ? .nothingWritten(error) : .interrupted(error, bytesWritten: written)
        }
    }

    /// Finds out what became of a job that was begun, and brings the printer back into step.
    ///
    /// - Throws: ``DeviceError`` if the printer cannot be asked now; nothing is decided then.
    package func settle(_ interrupted: InterruptedPrint) async throws(DeviceError) -> PrintEvidence {
        if interrupted.bytesWritten == 0 { return .nothingWritten }
        return try await talk { line, direction throws(DeviceError) in
            try await self.evidence(of: interrupted, over: line, direction)
        }
    }

    // MARK: one conversation

    private func talk<Answer: Sendable>(
        _ body: (PrinterLine, PortDirection) async throws(DeviceError) -> Answer
    ) async throws(DeviceError) -> Answer {
        guard !isBusy else { throw .busy(name) }
        isBusy = true
        defer { isBusy = false }
        let direction = try await port.open()
        let line = PrinterLine(
            port: port, profile: profile, limits: limits, mayAsk: isInStep || mayAsk, mending: mending,
            elapsed: elapsed)
        self.line = line
        defer {
            current = line.condition
            mending = line.mending
            self.line = nil
        }
        do throws(DeviceError) {
            let answer = try await body(line, direction)
            await port.close()
            return answer
        } catch {
            isInStep = false
            mayAsk = line.isWhole && line.endedByRule
            await port.close()
            throw error
        }
    }

    private func run(over line: PrinterLine, _ direction: PortDirection) async throws(DeviceError) -> PrintRun {
        let abilities = try await abilities(over: line, direction)
        let greeting = nextMark("S")
        return PrintRun(line: line, abilities: abilities, greeting: greeting, mark: nextMark("J"))
    }

    private func abilities(
        over line: PrinterLine, _ direction: PortDirection
    ) async throws(DeviceError) -> PrinterAbilities {
        guard direction == .twoWay else { return PrinterAbilities(tier: .silent) }
        await meet(line)
        if let found = known.abilities { return found }
        let found = try await PrinterProbe(line: line, mark: FenceMark("P", serial: serial)).abilities()
        known.note(found)
        return found
    }

    /// Looks which device is there; one that has taken another's place is in no known state.
    private func meet(_ line: PrinterLine) async {
        let device = await port.identity()
        guard known.meet(device) else { return }
        isInStep = false
        line.mayAsk = false
    }

    /// Brings the printer into step.
    ///
    /// One that does not do what an earlier program found is asked, for the next time: it may be another one.
    private func greet(_ run: PrintRun, _ preamble: [UInt8], isInStep: Bool) async throws(DeviceError) {
        do throws(DeviceError) {
            try await run.greet(preamble, isInStep: isInStep)
            known.noteBorneOut()
        } catch {
            if known.isRecalled, case .timedOut = error { await askAnew(over: run.line) }
            throw error
        }
    }

    private func askAnew(over line: PrinterLine) async {
        do throws(DeviceError) {
            let found = try await PrinterProbe(line: line, mark: nextMark("P")).abilities()
            known.note(found)
        } catch {
            // It says no more than the error that has led here.
            return
        }
    }

    private func carry(
        _ job: PrintedJob, over line: PrinterLine, _ direction: PortDirection,
        _ noting: @Sendable (PrintStart) async -> Bool
    ) async throws(DeviceError) -> PrintResult {
        let run = try await run(over: line, direction)
        // A file keeps what it is given: there is no command to be ended.
        try await greet(run, job.preamble, isInStep: isInStep || direction == .recording)
        let before = try await run.cuts()
        if before == nil { known.noteNoCount() }
        let device = await port.identity()?.fileName
        guard await noting(PrintStart(cutsBefore: before, cuts: job.cuts, mark: run.mark, device: device)) else {
            throw .mismatch("the start of the print could not be written down: look at the disk")
        }
        do throws(DeviceError) {
            let result = try await run.carry(job)
            // Bytes that get lost on such a line are missed by nobody.
            isInStep = run.abilities.tier != .silent || !port.manner.hidesPowerLoss
            return result
        } catch {
            if case .calledOff = error, run.abilities.clears { _ = try await run.clear() }
            throw error
        }
    }

    private func evidence(
        of interrupted: InterruptedPrint, over line: PrinterLine, _ direction: PortDirection
    ) async throws(DeviceError) -> PrintEvidence {
        let run = try await run(over: line, direction)
        guard run.abilities.tier != .silent else { return .silent }
        // What another device has cut says nothing, and it gives no mark back that was another's.
        let here = await port.identity()?.fileName
        let isOther = interrupted.start.device != nil && here != nil && interrupted.start.device != here
        if !isOther, let mark = interrupted.start.mark {
            // It may be on its way: the program died, the printer did not.
            let start = elapsed()
            while !line.marks.contains(mark), elapsed() - start < limits.calm {
                try await line.listen(for: PrinterLine.slice)
            }
            if line.marks.contains(mark), profile.quirks.losesBufferOn.isEmpty { return .fenceSeen }
        }
        let preamble = EscPosQuery.reset + (profile.status.asb ? EscPosQuery.tellChanges : [])
        try await greet(run, preamble, isInStep: false)
        isInStep = true
        guard !isOther else { return .unknown }
        // Such a printer obeys a cut whose receipt it has forgotten, so that neither answer is proof.
        guard profile.quirks.losesBufferOn.isEmpty else { return .unknown }
        if let mark = interrupted.start.mark, line.marks.contains(mark) { return .fenceSeen }
        guard let before = interrupted.start.cutsBefore, interrupted.start.cuts > 0, let now = try await run.cuts()
        else { return .unknown }
        return now >= before + interrupted.start.cuts ? .counterMoved : .counterStands
    }

    private func nextMark(_ letter: Character) -> FenceMark {
        serial += 1
        return FenceMark(letter, serial: serial)
    }
}
