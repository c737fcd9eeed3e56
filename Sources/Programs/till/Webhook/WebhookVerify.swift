// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import HTTPTransport
import HTTPTypes
import Manners
import WebhookTrials

/// `till webhook verify http://localhost:3000/till --secret-file secret`
struct WebhookVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Try a receiver of your own with good and bad messages, and say what it gets wrong.",
        discussion: """
            No daemon is needed. The receiver has to verify with the secret that is given here, in a \
            file or in TILL_WEBHOOK_SECRET. The messages are about a sale that never was.

            Exit status: 0 it does everything right, 1 something is wrong.
            """)

    @OptionGroup var output: OutputOptions

    @Argument(help: "Where the receiver is, such as http://localhost:3000/till.")
    var url: String?

    @Option(help: "A file with the receiver's secret, whsec_ and base64.", completion: .file())
    var secretFile: String?

    @Flag(help: "Print a new secret for the receiver, and end.")
    var newSecret = false

    func validate() throws {
        guard newSecret != (url != nil) else {
            throw ValidationError("give the receiver's address, or --new-secret alone")
        }
    }

    func run() async throws {
        guard let url else {
            return Terminal.line(ReceiverTrials.text(ofSecret: Self.randomBytes(32)))
        }
        let secret = try secret()
        let address = try ReceiverAddress(url)
        let transport = try HTTPTransport()
        let now = Int64(Date().timeIntervalSince1970)
        let trials = try ReceiverTrials(secret: secret, now: now, name: String(UUID().uuidString.prefix(8)))
        let wrong = try await ProgressLine.during("waiting for its answers") { progress in
            var wrong = 0
            for trial in trials.all {
                let finding = await Self.finding(of: trial, at: address, by: transport)
                if !finding.isRight { wrong += 1 }
                try progress.aside { try show(finding) }
            }
            return wrong
        }
        guard !output.isJSON else {
            if wrong > 0 { throw ExitCode.failure }
            return
        }
        for look in trials.looks { Terminal.line("look   \(look)") }
        Terminal.line(
            wrong == 0
                ? "it does all \(trials.all.count) things right"
                : "it does \(wrong) of \(trials.all.count) things wrong")
        if wrong > 0 { throw ExitCode.failure }
    }

    private func show(_ finding: ReceiverFinding) throws {
        if output.isJSON { return try output.json(FindingLine(finding)) }
        Terminal.line("\(finding.isRight ? "right" : "WRONG")  \(finding.trial): it \(finding.sentence)")
    }

    private static func finding(
        of trial: ReceiverTrial, at address: ReceiverAddress, by transport: HTTPTransport
    ) async -> ReceiverFinding {
        let request = TransportRequest(
            head: HTTPRequest(
                method: .post, scheme: address.scheme, authority: address.authority, path: address.path,
                headerFields: trial.fields),
            body: trial.body, limit: TransportLimits(connect: .seconds(5), total: .seconds(15)))
        let start = ContinuousClock.now
        do throws(TransportError) {
            let answer = try await transport.send(request)
            return trial.finding(
                status: answer.head.status.code, why: "", after: start.duration(to: ContinuousClock.now))
        } catch {
            return trial.finding(status: nil, why: "\(error)", after: start.duration(to: ContinuousClock.now))
        }
    }

    private func secret() throws -> [UInt8] {
        let text: String
        if let secretFile {
            guard let content = try? String(contentsOfFile: secretFile, encoding: .utf8) else {
                throw Sentence(text: "cannot read the secret in \(secretFile): look at the path and its permissions")
            }
            text = content
        } else if let known = ProcessInfo.processInfo.environment["TILL_WEBHOOK_SECRET"], !known.isEmpty {
            text = known
        } else {
            throw Sentence(
                text:
                    "the receiver's secret is needed: give --secret-file, or set TILL_WEBHOOK_SECRET; --new-secret makes one"
            )
        }
        guard let secret = ReceiverTrials.secret(String(text.prefix { !$0.isWhitespace })) else {
            throw Sentence(
                text: "that is no secret of a webhook: it begins with whsec_, and base64 of 24 to 64 bytes follows")
        }
        return secret
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}

/// What came of one trial as one line of JSON.
struct FindingLine: Encodable {
    /// The trial: `"stale"`.
    let trial: String
    /// Whether it was right: `true`.
    let right: Bool
    /// The HTTP status; absent if no answer came: `401`.
    let status: Int?
    /// What it did: `"refuses an event that is ten minutes old"`.
    let detail: String

    init(_ finding: ReceiverFinding) {
        trial = finding.trial
        right = finding.isRight
        status = finding.status
        detail = finding.sentence
    }
}
