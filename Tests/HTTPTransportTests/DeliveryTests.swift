// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import HTTPTransport

/// What the caller is told about a request that failed: whether it may have arrived.
@Suite struct `Delivery` {
    private let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    private let short = TransportLimits(connect: .milliseconds(250), total: .milliseconds(250))

    @Test func `a POST is sent once when the server reads it and hangs up`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.hangUp()
        }
        let transport = try HTTPTransport()

        let outcome = await transport.outcome(.post(server.port))

        #expect(outcome == "noAnswer")
        #expect(server.requests.count == 1)
        #expect(server.connections == 1)
    }

    @Test func `a POST never takes over the connection of a query`() async throws {
        let ok = ok
        let server = try LoopbackServer { connection, _ in
            while let request = connection.readRequest() {
                if request.hasPrefix("POST") { return connection.hangUp() }
                connection.write(ok)
            }
        }
        let transport = try HTTPTransport()

        let first = await transport.outcome(.get(server.port))
        let post = await transport.outcome(.post(server.port))
        let second = await transport.outcome(.get(server.port))

        #expect([first, post, second] == ["answered", "noAnswer", "answered"])
        #expect(server.requests.filter { $0.hasPrefix("POST") }.count == 1)
        #expect(server.connections == 2)
    }

    @Test func `a query takes over a connection and is repeated when that was closed meanwhile`() async throws {
        let ok = ok
        let server = try LoopbackServer { connection, number in
            connection.readRequest()
            connection.write(ok)
            connection.readRequest()
            if number == 1 { return connection.hangUp() }
            connection.write(ok)
        }
        let transport = try HTTPTransport()

        let outcomes = [
            await transport.outcome(.get(server.port, "/1")), await transport.outcome(.get(server.port, "/2")),
        ]

        #expect(outcomes == ["answered", "answered"])
        #expect(server.requests.map { $0.split(separator: " ")[1] } == ["/1", "/2", "/2"])
        #expect(server.connections == 2)
    }

    @Test func `nothing leaves for a port that nobody listens on`() async throws {
        let port = try LoopbackServer.closedPort()
        let transport = try HTTPTransport()

        let outcomes = [
            await transport.outcome(.post(port)), await transport.outcome(.get(port)),
            await transport.outcome(.post(port, scheme: "https")),
        ]

        #expect(outcomes == ["notSent", "notSent", "notSent"])
    }

    @Test func `nothing leaves for a name that cannot be looked up`() async throws {
        let transport = try HTTPTransport()
        var request = TransportRequest.post(1)
        request.head.authority = String(repeating: "a", count: 64) + ".example"

        let outcome = await transport.outcome(request)

        #expect(outcome == "notSent")
    }

    @Test func `the total deadline ends a call that gets no answer`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        let outcome = await transport.outcome(.post(server.port, limit: short))

        #expect(outcome == "noAnswer")
        #expect(server.requests.count == 1)
    }

    @Test func `the deadline holds for an answer that trickles`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        let outcome = await transport.outcome(.post(server.port, limit: short))

        #expect(outcome == "noAnswer")
    }

    @Test func `nothing leaves while TLS does not come about`() async throws {
        let silent = try LoopbackServer { connection, _ in connection.waitForEnd() }
        let rude = try LoopbackServer { connection, _ in
            _ = connection.readPart()
            connection.hangUp()
        }
        let plain = try LoopbackServer { connection, _ in
            _ = connection.readPart()
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        let outcomes = [
            await transport.outcome(.post(silent.port, scheme: "https", limit: short)),
            await transport.outcome(.post(rude.port, scheme: "https")),
            await transport.outcome(.post(plain.port, scheme: "https")),
        ]

        #expect(outcomes == ["notSent", "notSent", "notSent"])
    }

    @Test(arguments: [
        "garbage\r\n", "\r\n\r\n", "HTTP/1.1 20", "HTTP/1.1 xyz\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "\0\0\0",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", "HTTP/9.9 200 OK\r\n\r\n",
    ])
    func `a broken answer is no answer`(_ answer: String) async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.write(answer)
            connection.hangUp()
        }
        let transport = try HTTPTransport()

        let outcome = await transport.outcome(.post(server.port))

        #expect(outcome == "noAnswer")
        #expect(server.requests.count == 1)
    }

    @Test func `a cancelled caller is told that the request may have arrived`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        let outcome = await withTaskGroup(of: String.self) { group in
            group.addTask { await transport.outcome(.post(server.port)) }
            _ = await server.nextRequest()
            group.cancelAll()
            return await group.next()
        }

        #expect(outcome == "noAnswer")
    }

    @Test func `a caller that was cancelled before sends nothing`() async throws {
        let server = try LoopbackServer { connection, _ in connection.readRequest() }
        let transport = try HTTPTransport()

        let outcome = await withTaskGroup(of: String.self) { group in
            group.cancelAll()
            group.addTask { await transport.outcome(.post(server.port)) }
            return await group.next()
        }

        #expect(outcome == "notSent")
        #expect(server.requests.isEmpty)
    }

    @Test func `a stop ends what is under way and refuses what comes after`() async throws {
        let server = try LoopbackServer { connection, _ in
            connection.readRequest()
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        async let outcome = transport.outcome(.post(server.port))
        _ = await server.nextRequest()
        transport.stop()
        transport.stop()

        #expect(await outcome == "noAnswer")
        #expect(await transport.outcome(.post(server.port)) == "stopped")
        #expect(server.requests.count == 1)
    }

    @Test func `a stop before the connection stands means that nothing left`() async throws {
        let (accepted, sink) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection, _ in
            sink.yield()
            connection.waitForEnd()
        }
        let transport = try HTTPTransport()

        async let outcome = transport.outcome(.post(server.port, scheme: "https"))
        for await _ in accepted { break }
        transport.stop()

        #expect(await outcome == "stopped")
    }
}
