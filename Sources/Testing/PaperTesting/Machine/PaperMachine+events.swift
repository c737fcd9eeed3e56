// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import EscPos

extension PaperMachine {
    /// Lets something happen now.
    package mutating func happen(_ event: PaperEvent) {
        let before = state.told
        switch event {
        case .powerOff: losePower()
        case .powerOn:
            state.hasPower = true
            state.isStarting = true
            schedule(.started, after: model.starting)
        case .started: if state.hasPower { state.isStarting = false }
        case .coverOpen:
            state.coverIsOpen = true
            if model.losesBufferOnCover { forget() }
        case .coverShut:
            state.coverIsOpen = false
            // One that cannot be asked cannot be told to go on either: it has a button for it.
            if model.tier == .silent {
                state.hasError = false
                state.bladeSticks = false
            }
        case .paperOut: state.paperIsOut = true
        case .paperIn: state.paperIsOut = false
        case .headHot: state.headIsHot = true
        case .headCool: state.headIsHot = false
        case .bladeSticks: state.bladeSticks = true
        case .hangs: state.isHung = true
        case .losesAnswer: state.losesAnswer = true
        }
        if !state.isOnline { headDone = nil }
        tell(since: before)
    }

    /// The blade sticks; somebody comes, opens the cover and shuts it again.
    mutating func stick() {
        let before = state.told
        state.hasError = true
        headDone = nil
        schedule(.coverOpen, after: .seconds(3))
        schedule(.coverShut, after: .seconds(6))
        tell(since: before)
    }

    /// Obeys what the last bytes ask for at once; true if nothing is left of them.
    mutating func obeyAtOnce() -> Bool {
        let last = recent.last
        guard model.tier != .silent else { return false }
        switch last >> 8 & 0xFFFF {
        case 0x1004 where (1...4).contains(last & 0xFF): answers.append(state.answer(to: UInt8(last & 0xFF)))
        case 0x1005 where (1...2).contains(last & 0xFF): recover(dropping: last & 0xFF == 2)
        case 0x0602 where last == 0x0801_0314_0106_0208 && recent.older & 0xFFFF == 0x1014 && model.clears:
            forget()
            answers += [0x37, 0x25, 0x00]
            return true
        default: break
        }
        if last >> 16 & 0xFF_FFFF == 0x10_1401, last >> 8 & 0xFF <= 1, (1...8).contains(last & 0xFF) { pulses += 1 }
        return false
    }

    private mutating func recover(dropping: Bool) {
        guard state.hasError, !state.coverIsOpen else { return }
        let before = state.told
        state.hasError = false
        state.bladeSticks = false
        if dropping { forget() }
        tell(since: before)
    }

    /// Drops everything that was received.
    mutating func forget() {
        queue = []
        queueHead = 0
        held = 0
        partial = 0
        reader = EscPosReader()
        text = []
        columns = []
        headDone = nil
        waitingQuestions = 0
    }

    private mutating func losePower() {
        forget()
        let isOpen = state.coverIsOpen
        let isEmpty = state.paperIsOut
        state = PaperState()
        state.coverIsOpen = isOpen
        state.paperIsOut = isEmpty
        state.hasPower = false
        tells = false
        spacing = Self.usualSpacing
        twoByte = model.hasChinese
        recent = (0, 0)
        answers = []
        if let due = keepCutsAt, due <= now { keptCuts = cuts }
        cuts = keptCuts
        keepCutsAt = nil
    }

    private mutating func tell(since before: [UInt8]) {
        guard tells, state.isRunning, state.told != before else { return }
        answers += state.told
    }
}
