// SPDX-License-Identifier: Apache-2.0

/// One parser of foreign bytes, and what must hold for all bytes there are.
package struct FuzzTarget: Sendable {
    /// The folder of its corpus, and its name on the command line.
    package let name: String
    /// Words of its language, which chance alone would not find.
    package let words: [String]
    /// The longest input that is worth trying, in bytes.
    package let longest: Int
    /// Reads bytes and judges what became of them. Never traps, whatever they are.
    package let judge: @Sendable ([UInt8]) -> Verdict

    /// Describes a target.
    package init(
        _ name: String, words: [String] = [], longest: Int = 2048,
        judge: @escaping @Sendable ([UInt8]) -> Verdict
    ) {
        self.name = name
        self.words = words
        self.longest = longest
        self.judge = judge
    }

    /// Every target. A new one is a file of its own and a row here.
    package static let all: [FuzzTarget] = [
        .notify, .notifyTold, .reply, .replySigned, .signatureFields, .requestBody, .requestText, .settings, .profile,
        .printerAnswer, .printerStream, .slipLayout, .slipWords, .logo, .sandboxRequest, .statement,
    ]

    /// The target of a name; nil if there is none.
    package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
