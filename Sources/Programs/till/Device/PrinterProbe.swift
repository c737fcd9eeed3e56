// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Manners
import TillAPI
import TillClient

/// `till printer probe counter --output mine.yaml`
struct PrinterProbe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Ask a printer what it can do, and write a profile of what it answers.",
        discussion: """
            Names the profiles that fit, and makes one of the answers, for a printer that nobody has described yet.
            Nothing is printed. What a printer cannot be asked, such as its roll, is as in the profile that it has now.

            Exit status: 0 it answered, 3 it did not.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var choice: PrinterChoice

    @Option(
        name: [.customLong("output"), .customShort("o")],
        help: "A new file for the profile; it is printed if not given.", completion: .file())
    var file: String?

    func run() async throws {
        let client = try daemon.client()
        let printer = try await choice.resource(client).id
        let found = try await ProgressLine.during("asking \(printer) what it can do") { _ in
            try await client.probePrinter(printer)
        }
        if let file, let profile = found.profile { try Self.write(profile, to: file) }
        if output.isJSON {
            try output.json(found)
        } else {
            for line in Self.lines(found) { Terminal.line(line) }
            if file == nil, let profile = found.profile {
                for line in profile.split(separator: "\n", omittingEmptySubsequences: false) {
                    Terminal.line(String(line))
                }
            }
        }
        if found.result != "answered" { throw ExitStatus.needsPerson }
    }

    private static func lines(_ found: PrinterProbeResource) -> [String] {
        guard found.result == "answered" else { return ["\(found.printer) \(found.result): \(found.detail ?? "")"] }
        let name = [found.vendor, found.model].compactMap(\.self).joined(separator: " ")
        let fits =
            found.fits.isEmpty
            ? "no profile is made for it" : "profiles that fit: \(found.fits.joined(separator: ", "))"
        return ["\(found.printer) \(name.isEmpty ? "does not name itself" : "is \(name)"); \(fits)"]
    }

    /// A profile that is there already is somebody's work.
    private static func write(_ profile: String, to file: String) throws {
        do {
            try Data(profile.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
        } catch {
            throw Sentence(text: "\(file) cannot be written: name a file that is not there yet")
        }
    }
}
