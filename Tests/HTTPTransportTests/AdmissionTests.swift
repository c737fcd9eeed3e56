// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import HTTPTransport

@Suite struct `Addresses that a request may go to` {
    private func server() throws -> LoopbackServer {
        try LoopbackServer { connection, _ in
            while connection.readRequest() != nil { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") }
        }
    }

    @Test func `one that is not admitted gets no connection, and the error names it`() async throws {
        let server = try server()
        let transport = try HTTPTransport()
        var request = TransportRequest.post(server.port)
        request.admits = { _ in false }

        let error = await #expect(throws: TransportError.self) { try await transport.send(request) }

        #expect(error == .notSent("a connection to 127.0.0.1 is not allowed"))
        #expect(server.connections == 0)
    }

    @Test func `are those that a name leads to when the connection is made`() async throws {
        let server = try server()
        let transport = try HTTPTransport()
        let asked = Mutex<[String]>([])
        var request = TransportRequest.post(server.port)
        request.head.authority = "localhost:\(server.port)"
        request.admits = { address in
            asked.withLock { $0.append("\(address)") }
            return true
        }

        let answer = try await transport.send(request)

        #expect(answer.head.status == .ok)
        #expect(Set(asked.withLock { $0 }).isSubset(of: ["127.0.0.1", "::1"]))
        #expect(asked.withLock { $0 }.contains("127.0.0.1"))
    }

    @Test(arguments: [true, false]) func `are asked about anew for each request, whatever connection is kept`(
        _ isQuery: Bool
    ) async throws {
        let server = try server()
        let transport = try HTTPTransport()
        var free = isQuery ? TransportRequest.get(server.port) : .post(server.port)
        free.isQuery = isQuery
        var bound = free
        // The name leads elsewhere the second time.
        let count = Mutex(0)
        bound.admits = { _ in
            count.withLock { count in
                count += 1
                return count == 1
            }
        }

        let outcomes = [await transport.outcome(free), await transport.outcome(bound), await transport.outcome(bound)]

        #expect(outcomes[2] == "notSent")
        #expect(count.withLock { $0 } == 2)
        #expect(server.requests.count == 2)
    }

    @Test func `do not matter to other requests of the same transport`() async throws {
        let server = try server()
        let transport = try HTTPTransport()
        var bound = TransportRequest.post(server.port)
        bound.admits = { _ in false }

        let refused = await transport.outcome(bound)
        let answer = try await transport.send(.post(server.port))

        #expect(refused == "notSent")
        #expect(answer.head.status == .ok)
    }

    @Test(
        arguments: [
            ("127.0.0.1", [127, 0, 0, 1]), ("255.255.255.255", [255, 255, 255, 255]),
            ("::1", Array(repeating: 0, count: 15) + [1]),
            ("::ffff:1.2.3.4", Array(repeating: 0, count: 10) + [255, 255, 1, 2, 3, 4]),
        ] as [(String, [UInt8])]) func `have one form in text`(text: String, bytes: [UInt8]) throws
    {
        let address = try #require(NetworkAddress(text))

        #expect(address.bytes == bytes)
        #expect("\(address)" == text)
        #expect(NetworkAddress(bytes: bytes) == address)
    }

    @Test(arguments: [
        "", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.1 ", " 127.0.0.1", "127.0.0.1.", "[::1]",
        "::1%lo",
        "1.2.3.4.5", "256.0.0.1", "localhost",
    ]) func `have no other form`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
