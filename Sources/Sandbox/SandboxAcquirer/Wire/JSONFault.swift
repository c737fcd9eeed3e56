// SPDX-License-Identifier: Apache-2.0

/// Why a text is not JSON that the platform reads.
enum JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unexpected(offset: Int)
    case notUTF8
    case tooDeep
    case repeatedMember(String)

    /// What is wrong and what to send, on one line.
    var description: String {
        switch self {
        case .unexpected(let offset): "the body is not JSON at byte \(offset): send one JSON object"
        case .notUTF8: "the body is not UTF-8: encode it as UTF-8"
        case .tooDeep: "the body is nested deeper than \(JSONParser.depthLimit) levels: flatten it"
        case .repeatedMember(let name): "the member \"\(name)\" is there twice: send it once"
        }
    }
}
