// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// Reads requests out of recordings.
enum RecordedRequest {
    /// Head and body; nil for what is no request.
    static func read(_ value: JSONValue) -> (HTTPRequest, [UInt8])? {
        guard let method = value["method"]?.text.flatMap({ HTTPRequest.Method($0) }) else { return nil }
        var request = HTTPRequest(
            method: method, scheme: value["scheme"]?.text, authority: value["authority"]?.text,
            path: value["path"]?.text)
        for field in value["fields"]?.elements ?? [] {
            let sides = field.elements.compactMap(\.text)
            guard sides.count == 2, let name = HTTPField.Name(sides[0]) else { return nil }
            request.headerFields.append(HTTPField(name: name, value: sides[1]))
        }
        if let text = value["body"]?.text { return (request, Array(text.utf8)) }
        return (request, value["body_base64"]?.text.flatMap { Base64.decode($0) } ?? [])
    }
}
