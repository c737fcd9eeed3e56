// SPDX-License-Identifier: Apache-2.0
import HTTPTypes

/// A request that has passed every rule, in the form that libcurl takes.
struct RequestPlan: Sendable {
    /// The longest body that is sent, in bytes.
    static let longestBody = 16 << 20
    /// The longest path with query, in bytes.
    static let longestPath = 8 << 10
    /// The longest request fields together, in bytes.
    static let longestFields = 32 << 10
    /// The longest path of a Unix socket, in bytes. Source: unix(7), `sun_path`.
    static let longestSocketPath = 107

    /// The method, in the case that was given.
    let method: String
    /// Scheme, authority and path with query.
    let url: String
    /// Field lines that end in a zero byte.
    let lines: [[UInt8]]
    /// The body; empty for none.
    let body: [UInt8]
    /// Whether it may be repeated without harm.
    let isQuery: Bool
    /// The socket to connect to in place of the authority.
    let unixSocket: String?
    /// Whether a connection to an address may be made; nil if to any.
    let admits: (@Sendable (NetworkAddress) -> Bool)?
    /// How long it may take and how much may come back.
    let limit: TransportLimits

    /// Checks a request.
    ///
    /// - Throws: ``TransportError/badRequest(_:)`` that names the part.
    init(_ request: TransportRequest) throws(TransportError) {
        method = request.head.method.rawValue
        guard request.head.method != .connect else { throw .badRequest("method CONNECT is not served") }
        body = request.body
        guard body.count <= Self.longestBody else {
            throw .badRequest("body: \(body.count) bytes; \(Self.longestBody) are the most")
        }
        guard body.isEmpty || !["GET", "HEAD"].contains(method) else {
            throw .badRequest("body: a \(method) carries none")
        }
        let scheme = request.head.scheme ?? ""
        guard ["http", "https"].contains(scheme) else { throw .badRequest("scheme: http or https is expected") }
        url = scheme + "://" + (try Self.authority(of: request.head)) + (try Self.path(of: request.head))
        lines = try Self.lines(of: request)
        isQuery = request.isQuery
        unixSocket = request.unixSocket
        admits = request.admits
        if let path = unixSocket {
            guard (1...Self.longestSocketPath).contains(path.utf8.count), !path.utf8.contains(0) else {
                throw .badRequest("unixSocket: 1 to \(Self.longestSocketPath) bytes are expected")
            }
        }
        limit = request.limit
        guard limit.answerBytes >= 0 else { throw .badRequest("limit.answerBytes: a number from 0 is expected") }
    }

    private static func authority(of head: HTTPRequest) throws(TransportError) -> String {
        let authority = head.authority ?? ""
        let isClean = authority.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        guard isClean, (1...261).contains(authority.utf8.count) else {
            throw .badRequest("authority: a host, or host and port, in ascii is expected")
        }
        return authority
    }

    private static func path(of head: HTTPRequest) throws(TransportError) -> String {
        let path = head.path ?? ""
        guard path.hasPrefix("/"), path.utf8.count <= longestPath,
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") })
        else {
            throw .badRequest("path: a slash and then printable ascii without spaces, at most \(longestPath) bytes")
        }
        return path
    }

    /// Fields that libcurl writes itself, or that would change how the message is framed.
    private static let reserved: Set<String> = [
        "connection", "expect", "host", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding",
        "upgrade",
    ]

    private static func lines(of request: TransportRequest) throws(TransportError) -> [[UInt8]] {
        var lines: [[UInt8]] = [Array("Expect:\0".utf8)]
        var total = 0
        for field in request.head.headerFields {
            let name = field.name.canonicalName
            guard !reserved.contains(name), !name.hasPrefix(":") else {
                throw .badRequest("field \(name): the transport sets it")
            }
            var value = field.withUnsafeBytesOfValue { Array($0) }[...]
            while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
            guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw .badRequest("field \(name): control characters are not sent")
            }
            if name == "content-length" {
                guard Array(value) == Array(String(request.body.count).utf8) else {
                    throw .badRequest("field content-length: the body has \(request.body.count) bytes")
                }
                continue
            }
            // libcurl takes "Name;" for a field without a value and "Name:" for a field that is left out.
            lines.append(
                Array(field.name.rawName.utf8) + (value.isEmpty ? Array(";".utf8) : Array(": ".utf8) + value) + [0])
            total += lines[lines.count - 1].count + 1
        }
        guard total <= longestFields else {
            throw .badRequest("fields: \(total) bytes; \(longestFields) are the most")
        }
        if request.head.headerFields[.contentType] == nil {
            // Otherwise libcurl says that every body is a form.
            lines.append(Array("Content-Type:\0".utf8))
        }
        return lines
    }
}
