// SPDX-License-Identifier: Apache-2.0

/// Why a session is not recorded, or a text is no recording.
package enum RecordingError: Error, Hashable, Sendable, CustomStringConvertible {
    case notFresh
    case secretKey(merchant: String)
    case noRecording
    case newer(Int64)
    case unreadable(String)

    /// What is wrong and what to do, on one line.
    package var description: String {
        switch self {
        case .notFresh:
            "a recording begins with books that hold merchants and nothing else: choose another --state"
        case .secretKey(let merchant):
            "merchant \(merchant) signs with a secret, which no recording may hold: use a merchant with a public key"
        case .noRecording: "this is no recording: \"till-sandbox serve --record\" makes one"
        case .newer(let version):
            "the recording has version \(version): use the till-sandbox that made it, or a later one"
        case .unreadable(let why): why
        }
    }
}
