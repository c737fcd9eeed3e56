// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `An exchange` {
    private let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    private func server(_ answer: String) throws -> LoopbackServer {
        try LoopbackServer { connection, _ in
            while connection.readRequest() != nil { connection.write(answer) }
        }
    }

    @Test func `the request goes out as it was given`() async throws {
        let server = try server(ok)
        let transport = try HTTPTransport()
        let note = try #require(HTTPField.Name("X-Note"))
        let empty = try #require(HTTPField.Name("X-Empty"))

        let answer = try await transport.send(
            .post(
                server.port, "/a/../b/./c?x=%41&y=a+b", body: "{\"a\":1}",
                fields: [.contentType: "application/json", note: "one", note: "two", empty: "", .contentLength: "7"]))

        #expect(answer.head.status == .ok)
        #expect(answer.body == Array("ok".utf8))
        #expect(
            server.requests == [
                """
                POST /a/../b/./c?x=%41&y=a+b HTTP/1.1\r
                Host: 127.0.0.1:\(server.port)\r
                Accept: */*\r
                Content-Type: application/json\r
                X-Note: one\r
                X-Note: two\r
                X-Empty:\r
                Content-Length: 7\r
                \r
                {"a":1}
                """
            ])
    }

    @Test func `a long body is sent at once, without asking and without a made-up type`() async throws {
        let server = try server(ok)
        let transport = try HTTPTransport()
        let body = String(repeating: "x", count: 3_000_000)

        _ = try await transport.send(.post(server.port, body: body))

        let request = try #require(server.requests.first)
        #expect(request.hasSuffix("\r\n\r\n" + body))
        #expect(!request.lowercased().contains("expect"))
        #expect(!request.lowercased().contains("content-type"))
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "GET", false), (.delete, "DELETE", false), (.put, "PUT", true), (.post, "POST", true),
        (.options, "OPTIONS", false),
    ])
    func `methods without a body`(_ method: HTTPRequest.Method, _ word: String, _ hasLength: Bool) async throws {
        let server = try server(ok)
        let transport = try HTTPTransport()
        var request = TransportRequest.post(server.port, body: "")
        request.head.method = method

        let answer = try await transport.send(request)

        let sent = try #require(server.requests.first)
        #expect(answer.body == Array("ok".utf8))
        #expect(sent.hasPrefix("\(word) /v1/payments HTTP/1.1\r\n"))
        #expect(sent.contains("Content-Length: 0\r\n") == hasLength)
        #expect(sent.hasSuffix("\r\n\r\n"))
    }

    @Test func `HEAD ends with the head`() async throws {
        let server = try server("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        let transport = try HTTPTransport()
        var request = TransportRequest.get(server.port)
        request.head.method = .head

        let answer = try await transport.send(request)

        #expect(answer.head.headerFields[.contentLength] == "5000")
        #expect(answer.body.isEmpty)
    }

    @Test func `a chunked body is put together and its trailer left out`() async throws {
        let server = try server(
            "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\nX-A: 1\r\n\r\n"
                + "5\r\nhello\r\n7;ext=1\r\n, world\r\n0\r\nX-End: 9\r\n\r\n")
        let transport = try HTTPTransport()

        let answer = try await transport.send(.post(server.port))

        #expect(answer.head.status == .created)
        #expect(answer.body == Array("hello, world".utf8))
        #expect(answer.head.headerFields[values: try #require(HTTPField.Name("X-A"))] == ["1"])
        #expect(!answer.head.headerFields.contains(try #require(HTTPField.Name("X-End"))))
    }

    @Test func `only the last head counts and its lines stay apart`() async throws {
        let server = try server(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 404 Not Found\r\nSet-Cookie: a=1\r\n"
                + "Set-Cookie: b=2\r\nX-Folded: one\r\n  two\r\nContent-Length: 0\r\n\r\n")
        let transport = try HTTPTransport()

        let head = try await transport.send(.get(server.port)).head

        #expect(head.status == .notFound)
        #expect(head.headerFields[values: .setCookie] == ["a=1", "b=2"])
        #expect(head.headerFields[try #require(HTTPField.Name("X-Folded"))] == "one two")
        #expect(head.headerFields.count == 4)
    }

    @Test func `a redirect is an answer like any other`() async throws {
        let server = try server("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
        let transport = try HTTPTransport()

        let answer = try await transport.send(.get(server.port))

        #expect(answer.head.status == .found)
        #expect(server.requests.count == 1)
    }

    @Test func `a body is accepted up to the limit and not beyond`() async throws {
        let fixed = try server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + String(repeating: "x", count: 1000))
        let chunked = try server(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n" + String(repeating: "x", count: 1000)
                + "\r\n0\r\n\r\n")
        let transport = try HTTPTransport()

        for server in [fixed, chunked] {
            let fits = try await transport.send(.get(server.port, limit: TransportLimits(answerBytes: 1000)))

            #expect(fits.body.count == 1000)
            await #expect(throws: TransportError.tooLong(limit: 999)) {
                try await transport.send(.get(server.port, limit: TransportLimits(answerBytes: 999)))
            }
        }
    }

    @Test func `a head without an end is cut off`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            for _ in 0..<200 { connection.write("X-Fill: " + String(repeating: "x", count: 1000) + "\r\n") }
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        await #expect(throws: TransportError.tooLong(limit: 65_536)) { try await transport.send(.post(server.port)) }
    }

    @Test func `a Unix socket is reached without the network`() async throws {
        let folder = try TLSPeer.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "s").path
        let server = try LoopbackServer(unixPath: path) { connection, _ in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nunix")
        }
        let transport = try HTTPTransport()
        var request = TransportRequest.post(1)
        request.head.authority = "tilld"
        request.unixSocket = path

        let answer = try await transport.send(request)

        #expect(answer.body == Array("unix".utf8))
        #expect(server.requests.first?.contains("Host: tilld\r\n") == true)
        request.unixSocket = path + "-absent"
        #expect(await transport.outcome(request) == "notSent")
    }

    @Test func `many exchanges run side by side`() async throws {
        let server = try LoopbackServer { connection, _ in
            while let request = connection.readRequest() {
                let path = request.split(separator: " ")[1]
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
            }
        }
        let transport = try HTTPTransport()

        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let request: TransportRequest =
                        number.isMultiple(of: 2) ? .get(server.port, "/\(number)") : .post(server.port, "/\(number)")
                    return (try? await transport.send(request).body) == Array("/\(number)".utf8)
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(right == 60)
    }
}
