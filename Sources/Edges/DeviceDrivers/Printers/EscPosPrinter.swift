// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
import EscPos

/// Drives an ESC/POS printer and finds out what became of a job.
///
/// ```
/// tier A   process ids      [clear] preamble fence ->  segments fence ->   printed
/// tier C   status only      preamble, asked  ->  segments, asked twice     unconfirmed
/// tier D   nothing          preamble  ->  segments                         unconfirmed
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

    private var isPrinting = false
    /// Whether the printer is known to be between two commands.
    private var isInStep = false
    private var marks = 0
    private var current = PrinterCondition()
    private var incoming = EscPosStatus()
    private var reached: Set<FenceMark> = []
    private var wasCleared = false
    private var bytesWritten = 0
    private var hasAnswered = false
    private var forgot = false
    private var recovery = Recovery.none

    private enum Recovery { case none, seenError, beingPutRight, asked }

    private static let slice = Duration.milliseconds(100)

    /// Takes a way to the printer and what it can do.
    ///
    /// - Parameters:
    ///   - port: opened for every job and closed after it.
    ///   - profile: what the printer can do.
    ///   - limits: how long it is waited for.
    ///   - elapsed: time that has passed since any fixed point; it never goes back.
    package init(
        port: any DevicePort, profile: PrinterProfile, limits: PrintLimits = PrintLimits(),
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.port = port
        self.profile = profile
        self.limits = limits
        self.elapsed = elapsed
        name = port.name
    }

    /// What the printer last said about itself.
    package func condition() -> PrinterCondition { current }

    /// Prints a job and says what is known about it.
    ///
    /// - Throws: ``PrintFailure``, which says whether paper may bear a part of the job.
    package func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        guard !isPrinting else { throw .nothingWritten(.busy(name)) }
        isPrinting = true
        defer { isPrinting = false }
        forget()
        do {
            let direction = try await port.open()
            let result = try await carry(job, direction)
            isInStep = true
            await port.close()
            return result
        } catch {
            isInStep = false
            await port.close()
            throw bytesWritten == 0
                ? .nothingWritten(error) : .interrupted(error, bytesWritten: bytesWritten)
        }
    }

    private func forget() {
        current = PrinterCondition()
        incoming = EscPosStatus()
        reached = []
        bytesWritten = 0
        hasAnswered = false
        forgot = false
        recovery = .none
    }

    private func carry(
        _ job: PrintedJob, _ direction: PortDirection
    ) async throws(DeviceError) -> PrintResult {
        switch direction {
        case .recording:
            try await push(job.preamble)
            return try await sendBlindly(job)
        case .oneWay:
            try await fallIntoStep()
            try await push(job.preamble)
            return try await sendBlindly(job)
        case .twoWay where profile.status.processID:
            try await greet(job)
            try await send(job, stall: limits.stall)
            try await confirm(job)
            return .printed
        case .twoWay:
            try await fallIntoStep()
            try await push(job.preamble)
            guard profile.status.realtime, try await answersAtAll() else {
                return try await sendBlindly(job)
            }
            try await waitUntilOnline()
            try await send(job, stall: limits.patience)
            try await watch()
            return .unconfirmed
        }
    }

    // MARK: tier A

    /// Brings the printer into step and waits until it says that it is there, online and empty.
    private func greet(_ job: PrintedJob) async throws(DeviceError) {
        if !isInStep {
            let cleared = profile.status.clear ? try await clear() : false
            if !cleared { try await push(EscPosQuery.endOfAnyCommand) }
        }
        let mark = nextMark("S")
        try await push(job.preamble + EscPosQuery.fence(mark))
        guard try await wait(for: [mark], within: limits.greeting) else { throw silent }
    }

    private func clear() async throws(DeviceError) -> Bool {
        wasCleared = false
        try await push(EscPosQuery.clearBuffers)
        let start = elapsed()
        while !wasCleared, elapsed() - start < limits.clearing { try await listen(for: Self.slice) }
        return wasCleared
    }

    /// Waits until the printer says that everything is on paper.
    ///
    /// One answer may get lost: an online printer is given a second mark before it is given up.
    private func confirm(_ job: PrintedJob) async throws(DeviceError) {
        let paper = Duration.milliseconds(3000 * job.millimetres / max(profile.mechanism.speed, 1))
        let bytes = Duration.milliseconds(job.byteCount / 100)
        let limit = limits.answer + paper + bytes
        let first = nextMark("J")
        try await pushPatiently(EscPosQuery.fence(first))
        if try await wait(for: [first], within: limit) { return }
        guard try await answersAtAll() else { throw silent }
        let second = nextMark("J")
        try await pushPatiently(EscPosQuery.fence(second))
        guard try await wait(for: [first, second], within: limit) else { throw silent }
    }

    /// Waits for one of some marks; false if an online printer does not send it in time.
    private func wait(for marks: Set<FenceMark>, within limit: Duration) async throws(DeviceError) -> Bool {
        var watch = Stopwatch(elapsed: elapsed)
        var lastAsked = elapsed()
        while true {
            try await listen(for: Self.slice)
            if !reached.isDisjoint(with: marks) { return true }
            try keepWaiting(&watch)
            if watch.online > limit { return false }
            // Not every printer tells its changes by itself.
            if profile.status.realtime, elapsed() - lastAsked > limits.status {
                lastAsked = elapsed()
                try await ask()
            }
        }
    }

    // MARK: tier C

    private func waitUntilOnline() async throws(DeviceError) {
        var watch = Stopwatch(elapsed: elapsed)
        repeat {
            guard try await answers() else { throw silent }
            try keepWaiting(&watch)
        } while current.isOffline
    }

    /// Watches the printer until it has been online for a while after the last byte.
    private func watch() async throws(DeviceError) {
        try await port.flush(within: limits.patience)
        var watch = Stopwatch(elapsed: elapsed)
        var calm = elapsed()
        while elapsed() - calm < .seconds(1) {
            guard try await answers() else { throw silent }
            try keepWaiting(&watch)
            if current.isOffline { calm = elapsed() }
            try await listen(for: Self.slice)
        }
    }

    /// Whether the printer answers a question; two are asked.
    private func answersAtAll() async throws(DeviceError) -> Bool {
        if try await answers() { return true }
        return try await answers()
    }

    /// Asks and waits for the answer; false if none comes.
    private func answers() async throws(DeviceError) -> Bool {
        hasAnswered = false
        try await ask()
        let start = elapsed()
        while !hasAnswered, elapsed() - start < limits.status { try await listen(for: Self.slice) }
        return hasAnswered
    }

    /// Asks why the printer is offline.
    ///
    /// It is the only question that is ever asked: answers do not say what they answer, and a late
    /// one must not be taken for another.
    private func ask() async throws(DeviceError) {
        try await push(EscPosQuery.realTime(.offline), orSkip: true)
    }

    // MARK: tier D

    /// Sends to a printer that says nothing.
    private func sendBlindly(_ job: PrintedJob) async throws(DeviceError) -> PrintResult {
        try await send(job, stall: limits.patience)
        try await port.flush(within: limits.patience)
        return .unconfirmed
    }

    /// Ends a command that an earlier job may have been torn in.
    private func fallIntoStep() async throws(DeviceError) {
        if !isInStep { try await push(EscPosQuery.endOfAnyCommand) }
    }

    // MARK: bytes

    private func send(_ job: PrintedJob, stall: Duration) async throws(DeviceError) {
        for segment in job.segments { try await write(segment, stall: stall, counts: true) }
    }

    /// Writes what is no part of the job.
    private func push(_ bytes: [UInt8], orSkip: Bool = false) async throws(DeviceError) {
        if orSkip {
            // A full printer takes no question; a torn question would be worse than none.
            let taken = try await port.write(bytes, within: .zero)
            guard taken > 0, taken < bytes.count else { return }
            try await write(Array(bytes[taken...]), stall: limits.stall, counts: false)
        } else {
            try await write(bytes, stall: limits.greeting, counts: false)
        }
    }

    /// Writes the mark behind the job; the printer may still be busy with what is before it.
    private func pushPatiently(_ bytes: [UInt8]) async throws(DeviceError) {
        try await write(bytes, stall: limits.stall, counts: false)
    }

    private func write(_ bytes: [UInt8], stall: Duration, counts: Bool) async throws(DeviceError) {
        let pace = profile.quirks.needsPacing
        let piece = pace > 0 ? max(pace / 4, 16) : EscPosLimits.segmentBytes
        var watch = Stopwatch(elapsed: elapsed)
        var done = 0
        while done < bytes.count {
            let part = Array(bytes[done...].prefix(piece))
            let taken = try await port.write(part, within: Self.slice)
            done += taken
            if counts { bytesWritten += taken }
            // Answers are taken in while bytes go out, so that neither side's buffers fill up.
            try await listen(for: pace > 0 ? .milliseconds(1000 * taken / pace) : .zero)
            try keepWaiting(&watch)
            if taken > 0 { watch.restart() }
            if watch.online > stall { throw .timedOut(name) }
        }
    }

    private func listen(for patience: Duration) async throws(DeviceError) {
        let bytes = try await port.read(upTo: 512, within: patience)
        for answer in incoming.read(bytes) { take(answer) }
        guard recovery == .beingPutRight, !current.coverIsOpen else { return }
        // Somebody has had the cover open: the blade is free, and nobody's fingers are in it.
        recovery = .asked
        try await push(EscPosQuery.goOn, orSkip: true)
    }

    private func take(_ answer: EscPosAnswer) {
        switch answer {
        case .fence(let mark): reached.insert(mark)
        case .cleared: wasCleared = true
        case .automatic(let status): current.note(status)
        case .realTime(let byte):
            current.note(causes: byte)
            hasAnswered = true
        case .ordered, .block, .flow: break
        }
        if current.hasError, recovery == .none { recovery = .seenError }
        if current.coverIsOpen, recovery == .seenError { recovery = .beingPutRight }
        if bytesWritten > 0, losesBuffer { forgot = true }
    }

    private var losesBuffer: Bool {
        profile.quirks.losesBufferOn.contains { loss in
            switch loss {
            case .coverOpen: current.coverIsOpen
            case .paperOut: current.paperIsOut
            }
        }
    }

    /// Notes how long the printer has kept one waiting, and ends the wait where it has to end.
    private func keepWaiting(_ watch: inout Stopwatch) throws(DeviceError) {
        watch.note(isOffline: current.isOffline)
        if forgot { throw .gone("what \(name) held (\(current.reason ?? "cover opened"))") }
        if watch.offline > limits.patience || (current.isOffline && Task.isCancelled) { throw silent }
    }

    private var silent: DeviceError {
        .timedOut(current.reason.map { "\(name) (\($0))" } ?? name)
    }

    private func nextMark(_ letter: Character) -> FenceMark {
        marks += 1
        return FenceMark(letter, marks)
    }
}
