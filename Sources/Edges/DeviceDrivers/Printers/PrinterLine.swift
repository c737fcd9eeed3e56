// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos

/// One conversation with a printer: bytes out, answers in, and what has been heard so far.
///
/// Everything that is sent goes through it, one after the other, so that no question ever stands
/// inside a command.
final class PrinterLine {
    /// The way to the printer.
    let port: any DevicePort
    /// What the printer is.
    let profile: PrinterProfile
    /// How long it is waited for.
    let limits: PrintLimits
    /// Time since any fixed point.
    let elapsed: @Sendable () -> Duration
    /// Whether the printer answers questions at once.
    var answersAtOnce: Bool

    /// Whether a question may be asked: the printer is known to be between two commands.
    ///
    /// A question to one that is inside the head of a picture would become its size, and the picture
    /// longer than any number of zeros.
    var mayAsk: Bool

    /// What the printer last said about itself.
    private(set) var condition: PrinterCondition
    /// The marks that have come back.
    private(set) var marks: Set<FenceMark> = []
    /// How many answers in order have come.
    private(set) var orderedAnswers = 0
    /// How many answers at once have come.
    private(set) var answersSoFar = 0
    /// Whether the printer has said that it dropped what it held.
    private(set) var wasCleared = false
    /// The last count that was told.
    private(set) var count: Int?
    /// The last text that was told: a name, fonts, or the digits of a count.
    private(set) var words: String?
    /// Whether it has told a change of its state by itself.
    private(set) var hasToldChanges = false
    /// How many bytes of the job were handed over.
    private(set) var bytesWritten = 0
    /// Whether something has happened that makes this printer forget what it held.
    private(set) var hasForgotten = false
    /// Whether the last thing that it told by itself was a cause of being offline.
    private(set) var owesNews = false
    /// Whether all that was begun to be written has been taken.
    private(set) var isWhole = true
    /// Whether the conversation was ended by a rule of ours, and not by the port.
    var endedByRule = false
    /// Whether somebody has called the job off.
    var isCalledOff = false
    /// When it was last asked.
    var lastAsked: Duration
    /// How often in a row an offline printer has not answered.
    var misses = 0

    private var incoming: EscPosStatus
    /// What has been done about an error that a person has to put right.
    private(set) var mending: Mending
    private var step = Mending.Step.nothing

    /// How long one look at the port takes at most.
    static let slice = Duration.milliseconds(100)

    /// Begins a conversation over an open port.
    init(
        port: any DevicePort, profile: PrinterProfile, limits: PrintLimits, mayAsk: Bool, mending: Mending,
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.port = port
        self.profile = profile
        self.limits = limits
        self.mayAsk = mayAsk
        answersAtOnce = profile.status.realtime
        self.elapsed = elapsed
        self.mending = mending
        condition = PrinterCondition()
        incoming = EscPosStatus(usesFlowControl: port.manner.usesFlowBytes)
        lastAsked = elapsed()
    }

    /// What is said of a printer that does not answer.
    var silent: DeviceError {
        .timedOut(condition.reason.map { "\(port.name) (\($0))" } ?? port.name)
    }

    /// Forgets all answers of before.
    func forgetAnswers() {
        marks = []
        orderedAnswers = 0
        wasCleared = false
        count = nil
        words = nil
    }

    /// Forgets the last count, before it is asked again.
    func forgetCount() { count = nil }

    // MARK: bytes

    /// Writes what is no part of the job.
    func push(_ bytes: [UInt8], stall: Duration? = nil) async throws(DeviceError) {
        try await write(bytes, stall: stall ?? limits.stall, counts: false)
    }

    /// Writes a piece of the job.
    func send(_ bytes: [UInt8], stall: Duration) async throws(DeviceError) {
        try await write(bytes, stall: stall, counts: true)
    }

    /// Writes a question, or leaves it if the printer takes no byte now; false if it was left.
    func pushOrSkip(_ bytes: [UInt8]) async throws(DeviceError) -> Bool {
        // A full printer takes no question; a torn question would be worse than none.
        let taken = try await port.write(bytes, within: .zero)
        guard taken > 0 else { return false }
        if taken < bytes.count { try await push(Array(bytes[taken...])) }
        return true
    }

    private func write(_ bytes: [UInt8], stall: Duration, counts: Bool) async throws(DeviceError) {
        let pace = profile.quirks.needsPacing
        let piece = pace > 0 ? max(pace / 4, 16) : EscPosLimits.segmentBytes
        var watch = Stopwatch(elapsed: elapsed)
        var done = 0
        isWhole = false
        while done < bytes.count {
            let part = Array(bytes[done...].prefix(piece))
            let taken = try await port.write(part, within: Self.slice)
            done += taken
            if counts { bytesWritten += taken }
            // Answers are taken in while bytes go out, so that neither side's buffers fill up.
            try await hear(for: pace > 0 ? .milliseconds(1000 * taken / pace) : .zero)
            try keepWaiting(&watch)
            if taken > 0 { watch.restart() }
            if taken == 0, !answersAtOnce { condition.note(await port.hint()) }
            if watch.online > stall { throw .timedOut(port.name) }
        }
        isWhole = true
    }

    /// Takes in what comes within a time, and does what an error asks for.
    ///
    /// It is called only between commands: what it sends would become a part of one.
    func listen(for patience: Duration) async throws(DeviceError) {
        try await hear(for: patience)
        guard mayAsk else { return }
        let due = step
        step = .nothing
        switch due {
        case .nothing: break
        case .goOn:
            // A question that finds no room is asked again later.
            if try await !pushOrSkip(EscPosQuery.goOn) { step = .goOn }
        case .giveUp:
            _ = try await pushOrSkip(EscPosQuery.dropAndGoOn)
            endedByRule = true
            throw .gone("what \(port.name) held (its cutter has failed twice)")
        }
    }

    /// Takes in what comes within a time; sends nothing.
    private func hear(for patience: Duration) async throws(DeviceError) {
        let bytes = try await port.read(upTo: 512, within: patience)
        for answer in incoming.read(bytes) { take(answer) }
    }

    private func take(_ answer: EscPosAnswer) {
        switch answer {
        case .fence(let mark): marks.insert(mark)
        case .cleared: wasCleared = true
        case .automatic(let status):
            hasToldChanges = true
            condition.note(status)
            owesNews = condition.hasCause
        case .realTime(let byte):
            condition.note(causes: byte)
            answersSoFar += 1
        case .ordered: orderedAnswers += 1
        case .block(header: 0x5F, let payload):
            let text = String(decoding: payload.prefix(80), as: UTF8.self)
            words = text
            count = Int(text.prefix(12)) ?? count
        case .block, .flow: break
        }
        let next = mending.step(condition)
        if next != .nothing { step = next }
        if bytesWritten > 0, losesBuffer { hasForgotten = true }
    }

    private var losesBuffer: Bool {
        profile.quirks.losesBufferOn.contains { loss in
            switch loss {
            case .coverOpen: condition.coverIsOpen
            case .paperOut: condition.paperIsOut
            }
        }
    }
}
