// SPDX-License-Identifier: Apache-2.0

/// A finding of `tilld check` as one line of JSON.
struct FindingLine: Encodable {
    /// `"ok"`, `"warning"` or `"wrong"`.
    let verdict: String
    /// What was looked at: `"account main"`.
    let subject: String
    /// How it is: `"127.0.0.1:8471 answers, …"`.
    let sentence: String
    /// What to do about it; absent if there is nothing to do.
    let remedy: String?
    /// The exit status that it is worth: `0`.
    let status: Int32

    /// Takes a finding.
    init(_ finding: Finding) {
        verdict = finding.verdict.rawValue
        subject = finding.subject
        sentence = finding.sentence
        remedy = finding.remedy
        status = finding.status
    }
}
