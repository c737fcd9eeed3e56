// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import HTTPTypes
import ProviderKit

/// What programs that were not written here say of a statement.
struct StatementJudge: Decodable {
    /// Whether the signature is the platform's, over this request and this status.
    let verified: Bool?
    /// Whether the digest is the body's.
    let digest: Bool
    /// Whether every line ends in CR and LF, and no other byte is one of the two.
    let endings: Bool
    let columns: [String]
    let rows: [[String: String]]

    /// Asks the judge.
    static func ask(_ reply: ProviderReply, keyID: String, key: String) throws -> StatementJudge {
        let head = reply.request.head
        let question: [String: Any] = [
            "method": head.method.rawValue,
            "url": "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")",
            "fields": head.headerFields.map { [$0.name.canonicalName, $0.value] },
            "status": reply.head.status.code,
            "answerFields": reply.head.headerFields.map { [$0.name.canonicalName, $0.value] },
            "body": Data(reply.body).base64EncodedString(), "keyID": keyID, "key": key,
        ]
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "question.json", Array(try JSONSerialization.data(withJSONObject: question)))
        let judge = root.appending(path: "Tests/OpenPaySandboxTests/Fixtures/judge_statement.py")
        let said = try ForeignTool.run(python, [judge.path, file.path])
        return try JSONDecoder().decode(StatementJudge.self, from: said)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The interpreter of the virtual environment that Scripts/test makes.
    private static var python: String {
        let folder =
            ProcessInfo.processInfo.environment["TILLD_TEST_VENV"].map { URL(filePath: $0) }
            ?? root.appending(path: ".build-venv")
        return folder.appending(path: "bin/python").path
    }
}
