// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import HTTPTypes
import Signing
import Testing

@testable import WebhookTrials

@Suite struct `Trials of receivers` {
    private static let secret = (0..<32).map { UInt8($0) }
    private static let now: Int64 = 1_800_000_000

    private static func trials() throws -> ReceiverTrials {
        try ReceiverTrials(secret: secret, now: now, name: "ABC123")
    }

    /// The trials in which a receiver is found wrong.
    private static func wrong(_ mistake: PlayedReceiver.Mistake) throws -> Set<String> {
        var receiver = PlayedReceiver(mistake, secret: secret, now: now)
        return Set(
            try trials().all.map { trial in
                let status = receiver.answer(trial)
                return trial.finding(status: status, why: "timed out", after: .milliseconds(9))
            }.filter { !$0.isRight }.map(\.trial))
    }

    private static let forged: Set<String> = [
        "tampered-body", "tampered-id", "tampered-time", "wrong-secret", "unsigned", "empty-signature", "cut-signature",
        "other-scheme", "stale", "future",
    ]
    private static let good: Set<String> = [
        "valid", "letters", "spaces", "rotation", "newer-scheme", "unknown-type", "unknown-member", "retry",
        "later-first",
        "earlier-last",
    ]

    /// Each mistake, and the trials that find it.
    private static let findings: [(PlayedReceiver.Mistake, Set<String>)] = [
        (.none, []), (.believesAll, forged), (.believesUnsigned, ["unsigned"]), (.forgetsTime, ["stale", "future"]),
        (.forgetsID, ["tampered-id"]), (.readsAgain, ["spaces"]), (.knowsOneSignature, ["rotation", "newer-scheme"]),
        (.refusesNewTypes, ["unknown-type"]), (.refusesNewMembers, ["unknown-member"]),
        (.refusesRepetitions, ["retry"]),
        (.comparesBeginning, ["empty-signature", "cut-signature"]), (.passesOverScheme, ["other-scheme"]),
        (.breaksDown, []), (.knowsASCII, ["letters"]), (.says410, forged), (.refusesOlder, ["earlier-last"]),
        (.neverAnswers, forged.union(good).union(["replay"])), (.leadsElsewhere, good),
    ]

    @Test(arguments: findings) func `find each mistake, and no other`(
        mistake: PlayedReceiver.Mistake, trials: Set<String>
    ) throws {
        let wrong = try Self.wrong(mistake)

        #expect(wrong == trials, "\(mistake)")
    }

    @Test func `play every mistake that is known`() {
        #expect(Set(Self.findings.map(\.0)) == Set(PlayedReceiver.Mistake.allCases))
    }

    @Test func `have names of their own, and a remedy each`() throws {
        let all = try Self.trials().all

        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.name)) == Self.good.union(Self.forged).union(["replay"]))
        #expect(all.allSatisfy { !$0.remedy.isEmpty && !$0.what.hasSuffix(".") && !$0.remedy.hasSuffix(".") })
    }

    @Test func `say in a sentence what was done, and what to do`() throws {
        let all = try Self.trials().all
        let stale = try #require(all.first { $0.name == "stale" })
        let valid = try #require(all.first { $0.name == "valid" })

        let taken = stale.finding(status: 200, why: "", after: .zero)
        let slow = valid.finding(status: 204, why: "", after: .seconds(9))
        let broken = stale.finding(status: 500, why: "", after: .zero)
        let silent = valid.finding(status: nil, why: "timed out", after: .seconds(15))

        #expect(taken.sentence.hasPrefix("takes an event that is ten minutes old: refuse timestamps"))
        #expect(!taken.isRight)
        #expect(slow.isRight && slow.sentence.contains("in 9 s"))
        #expect(broken.isRight && broken.sentence.contains("500"))
        #expect(!silent.isRight && silent.sentence.contains("timed out"))
    }

    @Test func `are judged by the library that integrators use as they should be`() throws {
        let trials = try Self.trials().all
        let questions: [[String: Any]] = trials.map { trial in
            let fields = Dictionary(trial.fields.map { ($0.name.canonicalName, $0.value) }) { first, _ in first }
            return ["body": String(decoding: trial.body, as: UTF8.self), "fields": fields]
        }
        let asked: [String: Any] = [
            "secret": ReceiverTrials.text(ofSecret: Self.secret), "now": Self.now, "messages": questions,
        ]
        let folder = try TemporaryFolder()
        let file = try folder.file("asked.json", Array(JSONSerialization.data(withJSONObject: asked)))
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/judge_trials.py")

        let said = String(decoding: try ForeignTool.python(script, [file.path]), as: UTF8.self)

        let verdicts = said.split(separator: "\n").map(String.init)
        let expected = trials.map { $0.expectation == .refused ? "refused" : "taken" }
        #expect(verdicts == expected)
    }

    @Test(arguments: ["", "whsec_", "whsec_AAAA", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="])
    func `need a secret that is one`(text: String) {
        #expect(ReceiverTrials.secret(text) == nil)
        #expect(ReceiverTrials.secret(ReceiverTrials.text(ofSecret: Self.secret)) == Self.secret)
    }
}
