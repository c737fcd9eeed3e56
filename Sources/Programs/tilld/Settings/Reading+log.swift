// SPDX-License-Identifier: Apache-2.0

extension Reading {
    /// How lines of the log are written.
    func logFormat() -> LogFormat {
        let section = root.section("log")
        let word = section.word("format", among: LogFormat.allCases.map(\.rawValue), otherwise: "text")
        section.finish()
        return LogFormat(rawValue: word) ?? .text
    }
}
