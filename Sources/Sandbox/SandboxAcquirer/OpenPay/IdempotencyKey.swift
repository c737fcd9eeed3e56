// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// An `Idempotency-Key` with what it stands for.
struct IdempotencyKey: Sendable, Hashable {
    /// 1 to 255 printable characters.
    let text: String
    /// A digest of method, path and content; members in another order are the same content.
    let request: String

    /// Reads the field of a POST.
    init(_ request: HTTPRequest, _ content: JSONValue) throws(Problem) {
        guard let text = request.headerFields[.idempotencyKey], (1...255).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw .invalid("Idempotency-Key", "send 1 to 255 printable characters") }
        self.text = text
        let line = "\(request.method.rawValue) \(request.path ?? "/")\n\(content.canonical)"
        self.request = Base64.encode(Digest.sha256(Array(line.utf8)))
    }
}
