// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Rules for requests` {
    private func refusal(_ change: (inout TransportRequest) throws -> Void) async throws -> String? {
        let transport = try HTTPTransport()
        var request = TransportRequest.post(try LoopbackServer.closedPort())
        try change(&request)
        do throws(TransportError) {
            _ = try await transport.send(request)
            return nil
        } catch {
            guard case .badRequest(let why) = error else { return nil }
            return why
        }
    }

    @Test func `a target that is not clean is refused`() async throws {
        let paths = [
            nil, "", "x", "*", "/a b", "/a\r\nX: 1", "/\u{E9}", "/#f", "/\u{7F}x",
            "/" + String(repeating: "a", count: 8192),
        ]
        let authorities = [
            nil, "", "user@host", "host/path", "ho st", "h\u{E9}st", "host\r\nX: 1", "host?x",
            String(repeating: "a", count: 300),
        ]
        let schemes = [nil, "", "ftp", "file", "HTTP", "ht\r\ntp"]

        for path in paths { #expect(try await refusal { $0.head.path = path }?.hasPrefix("path:") == true) }
        for name in authorities {
            #expect(try await refusal { $0.head.authority = name }?.hasPrefix("authority:") == true)
        }
        for scheme in schemes { #expect(try await refusal { $0.head.scheme = scheme }?.hasPrefix("scheme:") == true) }
    }

    @Test(arguments: [[UInt8]("a\u{01}b".utf8), [0x61, 0x7F], [0x1B, 0x5B]])
    func `control characters in a field are refused`(_ value: [UInt8]) async throws {
        let name = try #require(HTTPField.Name("X-Note"))

        let why = try await refusal { $0.head.headerFields.append(HTTPField(name: name, lenientValue: value)) }

        #expect(why == "field x-note: control characters are not sent")
    }

    @Test func `line breaks in a field never reach the server as line breaks`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        let transport = try HTTPTransport()
        let name = try #require(HTTPField.Name("X-Note"))
        var request = TransportRequest.post(server.port)
        request.head.headerFields.append(HTTPField(name: name, value: "a\r\nX-Evil: 1\r\n\r\nPOST /evil"))
        request.head.headerFields.append(HTTPField(name: name, lenientValue: Array("b\nX-Evil: 1\0".utf8)))

        _ = try await transport.send(request)

        let lines = try #require(server.requests.first).split(separator: "\r\n").map(String.init)
        #expect(lines.filter { $0.contains("X-Evil") }.count == 2)
        #expect(lines.filter { $0.contains("X-Evil") }.allSatisfy { $0.hasPrefix("X-Note: ") })
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        "Transfer-Encoding", "Connection", "Expect", "Upgrade", "TE", "Trailer", "Keep-Alive", "Proxy-Connection",
    ])
    func `fields that frame the message are refused`(_ text: String) async throws {
        let name = try #require(HTTPField.Name(text))

        let why = try await refusal { $0.head.headerFields[name] = "x" }

        #expect(why == "field \(text.lowercased()): the transport sets it")
    }

    @Test func `a length that is not the body's is refused`() async throws {
        let why = try await refusal { $0.head.headerFields[.contentLength] = "3" }

        #expect(why == "field content-length: the body has 2 bytes")
    }

    @Test func `methods and bodies that do not belong together are refused`() async throws {
        let get = try await refusal { $0.head.method = .get }
        let connect = try await refusal { $0.head.method = .connect }
        let long = try await refusal { $0.body = [UInt8](repeating: 0, count: (16 << 20) + 1) }

        #expect(get == "body: a GET carries none")
        #expect(connect == "method CONNECT is not served")
        #expect(long?.hasPrefix("body: 16777217 bytes") == true)
    }

    @Test func `fields, socket paths and limits have bounds`() async throws {
        let name = try #require(HTTPField.Name("X-Note"))

        let fields = try await refusal { $0.head.headerFields[name] = String(repeating: "a", count: 40_000) }
        let path = try await refusal { $0.unixSocket = "/" + String(repeating: "a", count: 107) }
        let empty = try await refusal { $0.unixSocket = "" }
        let answer = try await refusal { $0.limit.answerBytes = -1 }

        #expect(fields?.hasPrefix("fields:") == true)
        #expect(path == "unixSocket: 1 to 107 bytes are expected")
        #expect(empty == path)
        #expect(answer?.hasPrefix("limit.answerBytes:") == true)
    }

    @Test func `durations beyond all bounds are brought within`() async throws {
        let port = try LoopbackServer.closedPort()
        let transport = try HTTPTransport()

        let outcomes = [
            await transport.outcome(
                .post(port, limit: TransportLimits(connect: .seconds(Int64.max), total: .seconds(Int64.max)))),
            await transport.outcome(.post(port, limit: TransportLimits(connect: .seconds(-1), total: .zero))),
        ]

        #expect(outcomes == ["notSent", "notSent"])
    }

    @Test func `settings that cannot work are refused at once`() throws {
        let settings = [
            TLSSettings(extraAuthorities: "/absent/ca.pem"), TLSSettings(clientCertificate: #filePath),
            TLSSettings(clientKey: #filePath), TLSSettings(proxy: "socks5://127.0.0.1:1"), TLSSettings(proxy: ""),
        ]

        let errors = settings.map { settings in
            #expect(throws: TransportError.self) { try HTTPTransport(tls: settings) }?.description ?? ""
        }

        #expect(errors[0] == "bad request: extraAuthorities: cannot read /absent/ca.pem; check the path and its rights")
        #expect(errors[1].contains("clientCertificate and clientKey belong together"))
        #expect(errors[2] == errors[1])
        #expect(errors[3] == "bad request: proxy: http://host:port is expected")
        #expect(errors[4] == errors[3])
    }
}
