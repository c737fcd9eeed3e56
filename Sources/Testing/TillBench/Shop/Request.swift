// SPDX-License-Identifier: Apache-2.0

/// A request as it goes over the wire.
///
/// Source: RFC 9112.
enum Request {
    /// Writes a request.
    ///
    /// - Parameters:
    ///   - door: for the field `Host`.
    ///   - fields: what else stands in the head.
    ///   - accept: what kind of answer is asked for.
    ///   - body: JSON; nil for none.
    static func bytes(
        _ method: String, _ path: String, to door: Door, _ fields: [(String, String)] = [],
        accept: String = "application/json", body: String? = nil
    ) -> [UInt8] {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: \(door.host)\r\nAccept: \(accept)\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        return Array((head + "\r\n" + (body ?? "")).utf8)
    }
}
