// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TillSimulation

/// Processes of this program that share the seeds.
struct Workers {
    let plan: SeedPlan
    let jobs: Int
    let core: Bool

    /// Runs them to their end.
    ///
    /// - Throws: `ExitCode` if one of them did not end well.
    func run(_ tell: (SeedReport) -> Void) async throws {
        let pipe = Pipe()
        let processes = try (0..<jobs).map { part in
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments =
                plan.arguments + ["--lines", "--part", "\(part)", "--jobs", "\(jobs)"] + (core ? ["--core"] : [])
            // Lines are shorter than what a pipe takes at once, so that they do not mix. A pipe as a whole would be
            // closed here with the first process.
            process.standardOutput = pipe.fileHandleForWriting
            try Core.with(part) { try process.run() }
            return process
        }
        try pipe.fileHandleForWriting.close()
        var rest: [UInt8] = []
        while let piece = try pipe.fileHandleForReading.read(upToCount: 65_536), !piece.isEmpty {
            rest += piece
            while let end = rest.firstIndex(of: 0x0A) {
                tell(try ReportLine.report(String(decoding: rest[..<end], as: UTF8.self)))
                rest.removeSubrange(...end)
            }
        }
        for process in processes { process.waitUntilExit() }
        let failed = processes.filter { $0.terminationStatus != 0 }
        guard failed.isEmpty else {
            Output.line("\(failed.count) of \(jobs) processes did not end well")
            throw ExitCode(1)
        }
    }
}
