// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Testing

/// A daemon and an acquirer that run, and a program of other people's that knows nothing but `openapi.yaml`.
@Suite(.timeLimit(.minutes(10))) struct `The description of the API, held against a daemon` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// What it asks, and what it cannot know by the file alone.
    private static let rules = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    /// The virtual environment that `Scripts/test` makes.
    private static var judge: String {
        let folder = ProcessInfo.processInfo.environment["TILLD_TEST_VENV"] ?? root.appending(path: ".build-venv").path
        return "\(folder)/bin/schemathesis"
    }

    private static let setting = """
        ! set up shop
        $ sed -i 's|^api: .*|api: { socket: tilld.sock, listen: "127.0.0.1:8470", token_file: owner }|' tilld.yaml
        $ sed -i 's|^store: .*|store: { path: ledger/ledger.sqlite, backup: { folder: backups } }|' tilld.yaml
        $ mkdir backups
        $ (umask 077; head -c 32 /dev/urandom | base64 -w 0 > owner)
        ! start sandbox
        ! start tilld
        $ till-sandbox script set paid_after:1
        M-42  paid_after:1

        """

    /// What Schemathesis says at its ends, and its exit status.
    ///
    /// Nothing is random, and it asks as often as the port allows. First it follows the links: what it does by
    /// itself holds lanes and drains the terminal, and leaves little to follow.
    private static func judgement() throws -> (text: String, status: Int32) {
        let shop = try Shop()
        defer { shop.close() }
        var stage = Stage(shop)
        try stage.play(try Transcript(setting))
        let command = """
            cp \(rules.path)/schemathesis.toml \(rules.path)/judge_api.py . && \
            for phases in stateful examples,coverage,fuzzing; do \
            \(judge) --config-file schemathesis.toml run http://127.0.0.1:8470/v1/openapi.yaml --phases $phases \
            --url http://127.0.0.1:8470 --header "Authorization: Bearer $(cat owner)" || exit; done
            """
        let process = try shop.start(command)
        defer { process.end(SIGKILL) }
        guard process.wait(.seconds(480), until: { $1 != nil }) else {
            return ("it did not end within 480 seconds\n\(process.output)\n\(shop.logs)", -1)
        }
        return ("\(process.output)\n\(shop.logs)", process.exit ?? -1)
    }

    @Test func `is kept in every answer, also along its links`() async throws {
        let (text, status) = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "judge").async { continuation.resume(with: Result { try Self.judgement() }) }
        }

        // Its summary, for whoever runs the tests with --attachments-path.
        Attachment.record(text, named: "schemathesis.txt")
        #expect(status == 0, "\(text.suffix(20_000))")
        #expect(text.components(separatedBy: "No issues found").count == 3, "\(text.suffix(4000))")
        let links = text.firstMatch(of: /API Links: +(\d+) covered/).flatMap { Int($0.1) } ?? 0
        #expect(links >= 8, "only \(links) links were followed")
    }
}
