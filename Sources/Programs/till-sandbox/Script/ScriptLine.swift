// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// What can be made to happen to a payment, as one line of JSON.
struct ScriptLine: Encodable {
    /// The last two digits of an amount that choose it: `7`.
    let number: Int
    /// How it is written: `"paid_after:N"`.
    let usage: String
    /// What happens.
    let summary: String

    /// Takes a word of the sandbox's.
    init(_ word: ScriptWord) {
        number = Int(word.number)
        usage = word.usage
        summary = word.summary
    }
}
