// SPDX-License-Identifier: Apache-2.0

extension Reading {
    /// How lines of the log are written.
    func logFormat() -> LogStyle.Format {
        let section = root.section("log")
        let word = section.word("format", among: LogStyle.Format.allCases.map(\.rawValue), otherwise: "text")
        section.finish()
        return LogStyle.Format(rawValue: word) ?? .text
    }
}
