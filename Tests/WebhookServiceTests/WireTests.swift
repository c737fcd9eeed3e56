// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import HTTPTransport
import HTTPTypes
import Testing
import TillAPI
import TillStore
import TillTesting

@testable import WebhookService

/// A server on loopback that takes one request a connection and answers it as it is told.
private final class LoopbackReceiver: Sendable {
    let port: Int
    private let listener: Int32

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) != 0 || listen(listener, 16) != 0
                    || getsockname(listener, generic, &length) != 0
            }
        }
        if failed { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(listener) }

    /// Takes the next connection, reads its request and answers; gives what was asked.
    func answer(_ text: String) async throws -> String {
        let listener = listener
        return try await BlockingThread.run {
            let peer = accept(listener, nil, nil)
            defer { close(peer) }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while let text = Optional(String(decoding: bytes, as: UTF8.self)), !Self.isWhole(text) {
                let count = recv(peer, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer[..<count]
            }
            let answer = Array(text.utf8)
            _ = answer.withUnsafeBytes { send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let length = text.lowercased().components(separatedBy: "content-length: ").dropFirst().first
            .flatMap { Int($0.prefix { $0.isNumber }) }
        return text[end.upperBound...].utf8.count >= length ?? 0
    }
}

@Suite(.timeLimit(.minutes(2))) struct `Webhooks over a real connection` {
    private func counter(_ localHosts: [String]) throws -> Counter {
        let transport = try HTTPTransport()
        return try Counter(
            localHosts: localHosts,
            send: { request in
                do throws(TransportError) { return .success(try await transport.send(request)) } catch {
                    return .failure(error)
                }
            })
    }

    @Test func `are posted to a host that the settings name`() async throws {
        let server = try LoopbackReceiver()
        let counter = try counter(["127.0.0.1"])
        let (id, _) = try await counter.add("http://127.0.0.1:\(server.port)/till?x=1")

        async let asked = server.answer("HTTP/1.1 204 No Content\r\n\r\n")
        let result = try await counter.desk.test(id)

        let request = try await asked
        #expect(result.isDelivered)
        #expect(request.hasPrefix("POST /till?x=1 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.contains("User-Agent: tilld/test\r\n"))
        #expect(request.contains("webhook-signature: v1,"))
    }

    @Test func `are not led elsewhere`() async throws {
        let (server, other) = (try LoopbackReceiver(), try LoopbackReceiver())
        let counter = try counter(["127.0.0.1"])
        let (id, _) = try await counter.add("http://127.0.0.1:\(server.port)/")

        async let asked = server.answer(
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:\(other.port)/\r\nContent-Length: 0\r\n\r\n")
        let result = try await counter.desk.test(id)

        #expect(try await asked.hasPrefix("POST / "))
        #expect(result.status == 307 && !result.isDelivered)
    }

    @Test func `do not swallow an answer without end`() async throws {
        let server = try LoopbackReceiver()
        let counter = try counter(["127.0.0.1"])
        let (id, _) = try await counter.add("http://127.0.0.1:\(server.port)/")

        async let asked = server.answer(
            "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + String(repeating: "x", count: 200_000))
        let result = try await counter.desk.test(id)

        _ = try await asked
        #expect(!result.isDelivered)
        #expect(result.detail.contains("65536 bytes"))
    }

    @Test func `make no connection to where a name leads now, if that is here`() async throws {
        let server = try LoopbackReceiver()
        let transport = try HTTPTransport()
        let target = try WebhookTarget("http://127.0.0.1:\(server.port)/")
        let named = try WebhookTarget("https://erp.example/")

        // As if erp.example led to 127.0.0.1 by the time of the connection.
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(
                TransportRequest(
                    head: .init(method: .post, scheme: "http", authority: target.authority, path: "/"),
                    admits: TargetRule().admission(to: named), limit: WebhookPost.limits))
        }

        #expect(error == .notSent("a connection to 127.0.0.1 is not allowed"))
    }
}
