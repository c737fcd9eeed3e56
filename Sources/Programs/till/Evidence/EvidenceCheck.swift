// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import FoundationEssentials

/// `till evidence check dispute.json`
struct EvidenceCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what a file of evidence proves.",
        discussion: """
            No daemon is needed. Exit status: 0 it proves what the sentences say, 1 it proves
            nothing.
            """
    )

    @OptionGroup var output: OutputOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        help: "The key that must have signed it: its thumbprint, or a file with the public key in PEM.",
        completion: .file())
    var key: String?

    func run() async throws {
        let verdict = EvidenceJudge.verdict(on: Array(try Self.content(of: file)), known: try known())
        if output.isJSON {
            try output.json(VerdictLine(isGood: verdict.isGood, findings: verdict.findings, faults: verdict.faults))
        } else if verdict.isGood {
            for finding in verdict.findings { Terminal.line(finding) }
        }
        guard !verdict.isGood else { return }
        if !output.isJSON { for fault in verdict.faults { Failure.say("\(file) proves nothing: \(fault)") } }
        throw ExitCode.failure
    }

    private func known() throws -> EvidenceJudge.KnownKey? {
        guard let key else { return nil }
        // A thumbprint is 43 characters and no path of a file that is there.
        guard FileManager.default.fileExists(atPath: key) else { return .thumbprint(key) }
        return .pem(String(decoding: try Self.content(of: key), as: UTF8.self))
    }

    private static func content(of path: String) throws -> Data {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? UInt64
        guard let size, size <= UInt64(EvidenceFile.bytesMax), let content = FileManager.default.contents(atPath: path)
        else {
            throw Sentence(text: "cannot read \(path): look at the path, its permissions and its size")
        }
        return content
    }
}

/// What a file proves as one line of JSON.
struct VerdictLine: Encodable {
    /// Whether it proves anything: `true`.
    let isGood: Bool
    /// What it proves: `["Not a byte was changed …"]`.
    let findings: [String]
    /// What is wrong with it: `[]`.
    let faults: [String]

    private enum CodingKeys: String, CodingKey {
        case isGood = "good"
        case findings
        case faults
    }
}
