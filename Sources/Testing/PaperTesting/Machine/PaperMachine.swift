// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import EscPos

/// A receipt printer from the socket to the paper, on a clock that somebody else moves.
///
/// ```
/// byte -> real-time commands -> receive buffer -> commands, one after the other -> line -> paper
/// ```
/// Going offline stops the commands and nothing else. Losing power loses all but the paper and the
/// counts that had been kept.
package struct PaperMachine: Sendable {
    /// What it is.
    let model: PaperModel
    /// What came out so far.
    package internal(set) var paper: [PaperEntry] = []
    /// Pulses on the drawer.
    package internal(set) var pulses = 0
    /// The time.
    package internal(set) var now = Duration.zero
    /// What it has to say.
    var answers: [UInt8] = []

    var state = PaperState()
    var reader = EscPosReader()
    /// Bytes of the command that is not whole yet.
    var partial = 0
    /// Commands that are waiting, with their bytes.
    var queue: [(command: EscPosCommand, bytes: Int)] = []
    var queueHead = 0
    var held = 0
    var text: [UInt8] = []
    /// Columns of dots in the line, from the left.
    var columns: [EscPosColumns] = []
    /// Whether the last thing that was printed is columns, below which white is seen.
    var isBelowColumns = false
    /// The height of a line, in dots.
    var spacing = PaperMachine.usualSpacing
    /// The last eight bytes, and the eight before them.
    var recent: (last: UInt64, older: UInt64) = (0, 0)
    var tells = false
    var twoByte = false
    var cuts = 100
    var keptCuts = 100
    var keepCutsAt: Duration?
    var headDone: Duration?
    var waitingQuestions = 0
    var events: [(time: Duration, event: PaperEvent)] = []

    /// The height of a line after a reset, in dots.
    static let usualSpacing = 30

    /// Plugs a printer in.
    package init(_ model: PaperModel) {
        self.model = model
        twoByte = model.hasChinese
    }

    /// How many bytes it takes now.
    package var room: Int {
        guard state.isRunning else { return 0 }
        return max(model.bufferBytes - held - waiting, 0)
    }

    /// Bytes that the command which is not whole yet keeps in the buffer: the rows of a long picture are taken out of it
    /// while they come, or a picture whose length was garbled would stop the line for good.
    private var waiting: Int { min(partial, model.bufferBytes / 2) }

    /// Whether bytes reach it.
    package var isRunning: Bool { state.isRunning }
    /// Whether it is switched on.
    package var hasPower: Bool { state.hasPower }
    /// Whether it has power and does not listen yet.
    package var isStarting: Bool { state.isStarting }

    /// Lets something happen after a while.
    package mutating func schedule(_ event: PaperEvent, after delay: Duration) {
        let time = now + delay
        let index = events.firstIndex { $0.time > time } ?? events.count
        events.insert((time, event), at: index)
    }

    /// Takes the answers away.
    package mutating func takeAnswers(upTo limit: Int = .max) -> [UInt8] {
        let taken = Array(answers.prefix(limit))
        answers.removeFirst(taken.count)
        return taken
    }

    /// When something will change by itself; nil if nothing will.
    var nextChange: Duration? {
        let times = [events.first?.time, headDone, keepCutsAt].compactMap(\.self)
        return times.min()
    }

    /// Lets time pass.
    package mutating func advance(to time: Duration) {
        while true {
            arm()
            if let due = events.first, due.time <= time, due.time <= headDone ?? .seconds(1 << 40) {
                now = max(now, due.time)
                events.removeFirst()
                happen(due.event)
            } else if let done = headDone, done <= time {
                now = max(now, done)
                headDone = nil
                executeHead()
            } else {
                break
            }
        }
        now = max(now, time)
        if let due = keepCutsAt, due <= now {
            keptCuts = cuts
            keepCutsAt = nil
        }
    }

    /// Takes bytes off the cable; those for which there is no room are lost.
    package mutating func receive(_ bytes: ArraySlice<UInt8>) {
        guard state.isRunning else { return }
        for byte in bytes {
            recent = (recent.last << 8 | UInt64(byte), recent.older << 8 | recent.last >> 56)
            guard !obeyAtOnce() else { continue }
            guard held + waiting < model.bufferBytes else { continue }
            // Zeros between commands are gone at once.
            if byte == 0, partial == 0, queueHead == queue.count { continue }
            partial += 1
            for command in reader.read([byte]) { enqueue(command) }
        }
    }

    private mutating func enqueue(_ command: EscPosCommand) {
        if case .orderedStatus = command { waitingQuestions += 1 }
        queue.append((command, partial))
        held += partial
        partial = 0
    }

    /// Begins the next command if nothing is in the way, and answers what may be answered early.
    private mutating func arm() {
        guard state.isOnline else {
            headDone = nil
            return
        }
        while queueHead < queue.count, headDone == nil {
            if waitingQuestions > 0 { answerEarly() }
            guard queueHead < queue.count else { break }
            let cost = cost(of: queue[queueHead].command)
            guard cost == .zero else {
                headDone = now + cost
                break
            }
            executeHead()
            guard state.isOnline else { return }
        }
        if waitingQuestions > 0, headDone != nil { answerEarly() }
        if queueHead == queue.count {
            queue.removeAll(keepingCapacity: true)
            queueHead = 0
        }
    }

    /// A parser may be ahead of the head: it answers questions that stand shortly before the end.
    private mutating func answerEarly() {
        guard model.tier == .ordered else { return }
        var time = Duration.zero
        var index = queueHead
        while index < queue.count, time <= model.ahead {
            if case .orderedStatus = queue[index].command {
                answerOrdered()
                waitingQuestions -= 1
                held -= queue[index].bytes
                queue.remove(at: index)
                continue
            }
            time += cost(of: queue[index].command)
            index += 1
        }
    }

    mutating func answerOrdered() {
        if state.losesAnswer {
            state.losesAnswer = false
            return
        }
        answers.append(0x00)
    }

    private mutating func executeHead() {
        guard queueHead < queue.count else { return }
        let (command, bytes) = queue[queueHead]
        if case .cut = command, state.bladeSticks {
            stick()
            return
        }
        queueHead += 1
        held -= bytes
        if case .orderedStatus = command { waitingQuestions -= 1 }
        execute(command)
    }

    private func cost(of command: EscPosCommand) -> Duration {
        switch command {
        case .lineFeed: return .microseconds(3_750_000 / model.speed)
        case .feedLines(let lines): return .microseconds(3_750_000 * Int(lines) / model.speed)
        case .raster(let raster):
            return .microseconds(125_000 * raster.rows * (raster.doubleHeight ? 2 : 1) / model.speed)
        case .cut: return model.cutting
        default: return .zero
        }
    }
}
