// SPDX-License-Identifier: Apache-2.0

import SelfScan
import Testing

@testable import DisplayService

@Suite struct `What follows from what a display says of itself` {
    private static let stranger = ScanVerdict.otherCode(text: "https://evil.example")

    private func steps(_ sights: [GlassWatch.Sight]) -> [GlassWatch.Step] {
        var watch = GlassWatch()
        return sights.map { watch.step($0) }
    }

    @Test func `a display that says what it was sent is left alone`() {
        #expect(steps([.asSent, .asSent, .asSent]) == [.leave, .leave, .leave])
    }

    @Test func `what others drew beside or over the code is drawn again, as often as it takes`() {
        #expect(steps([.asSent, .sameCode, .sameCode, .asSent]) == [.leave, .redraw, .redraw, .leave])
    }

    @Test func `another code on a display that told the truth before is taken down at once`() {
        #expect(steps([.asSent, .other(Self.stranger)]) == [.leave, .withhold(Self.stranger)])
        #expect(steps([.asSent, .other(.severalCodes)]) == [.leave, .withhold(.severalCodes)])
    }

    @Test func `no code is drawn again first, and taken down if there is none a second later`() {
        #expect(
            steps([.asSent, .other(.noCode), .other(.noCode)]) == [.leave, .redraw, .withhold(.noCode)])
        #expect(
            steps([.asSent, .other(.noCode), .asSent, .other(.noCode)]) == [.leave, .redraw, .leave, .redraw])
    }

    @Test func `a display that never says what it shows raises no alarm, and is not asked for ever`() {
        var watch = GlassWatch()

        let steps = [GlassWatch.Sight.other(.noCode), .other(.noCode), .other(.noCode)].map { watch.step($0) }

        #expect(steps == [.redraw, .leave, .leave])
        #expect(watch.isBlind)
    }

    @Test func `a display that rounds in its own way is not drawn again and again`() {
        #expect(steps([.sameCode, .sameCode]) == [.leave, .leave])
    }

    @Test func `another code counts on any display, when it stays`() {
        #expect(steps([.other(Self.stranger), .other(Self.stranger)]) == [.redraw, .withhold(Self.stranger)])
        #expect(steps([.other(Self.stranger), .asSent]) == [.redraw, .leave])
    }

    @Test func `a display that cannot be read says nothing, and may later`() {
        var watch = GlassWatch()

        let first = watch.step(.unreadable)
        let isSilent = watch.isSilent
        let second = watch.step(.asSent)

        #expect(first == .leave && second == .leave)
        #expect(isSilent && !watch.isSilent && watch.isTrusted && !watch.isBlind)
    }

    @Test func `a reader that fails is no witness`() {
        #expect(steps([.asSent, .other(.notRead), .other(.notRead)]) == [.leave, .leave, .leave])
    }

    @Test func `the next code begins without doubt`() {
        var watch = GlassWatch()
        _ = watch.step(.asSent)
        _ = watch.step(.other(.noCode))

        watch.begin()

        #expect(watch.step(.other(.noCode)) == .redraw)
        #expect(watch.isTrusted)
    }
}
