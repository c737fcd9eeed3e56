// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Testing
import TillTesting

@testable import TillServer

@Suite(.timeLimit(.minutes(2))) struct `Connections that are accepted` {
    private let connections = LateConnections(inner: HTTP1Channel(responder: { _, _, _ in }))
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Listens, has each connection set up, and gives a client and what the server has of it.
    private func connect<Kept: Sendable>(
        keeping keep: @escaping @Sendable (LateConnections<HTTP1Channel>.Value) -> Kept,
        _ test: (_ client: any Channel, _ kept: Kept) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path
        let group = MultiThreadedEventLoopGroup.singleton
        let kept = group.next().makePromise(of: Kept.self)
        let listening = try await ServerBootstrap(group: group)
            .childChannelInitializer { [connections, logger] channel in
                connections.setup(channel: channel, logger: logger).map { kept.succeed(keep($0)) }
            }
            .bind(unixDomainSocketPath: path).get()
        let client = try await ClientBootstrap(group: group).connect(unixDomainSocketPath: path).get()

        try await test(client, try await kept.futureResult.get())

        client.close(promise: nil)
        try await client.closeFuture.get()
        try await listening.close()
    }

    @Test func `are closed if nobody takes them, and nothing else happens`() async throws {
        try await connect(keeping: { _ in }) { client, _ in
            try await client.closeFuture.get()

            #expect(!client.isActive)
        }
    }

    @Test func `are closed if the server ends before somebody takes them`() async throws {
        try await connect(keeping: { $0 }) { client, value in
            value.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())

            try await client.closeFuture.get()
            try await value.channel.closeFuture.get()

            #expect(!value.channel.isActive)
        }
    }

    @Test func `are not served once they are over`() async throws {
        try await connect(keeping: { $0 }) { client, value in
            try await value.channel.close()

            await connections.handle(value: value, logger: logger)

            #expect(!value.channel.isActive)
        }
    }

    @Test func `have an answer when the other side ends its own before they are taken`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path
        let group = MultiThreadedEventLoopGroup.singleton
        let connections = LateConnections(
            inner: HTTP1Channel(responder: { request, writer, _ in
                let text = "\(request.method) \(request.uri.path)"
                let response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
                try await writer.write(response: response.head, body: response.body)
            }))
        let kept = group.next().makePromise(of: LateConnections<HTTP1Channel>.Value.self)
        let listening = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { [logger] channel in
                connections.setup(channel: channel, logger: logger).map { kept.succeed($0) }
            }
            .bind(unixDomainSocketPath: path).get()
        let client = try Door.socket(path).connected()
        defer { close(client) }
        let request = Array("GET /v1/health HTTP/1.1\r\nHost: till\r\n\r\n".utf8)
        try #require(send(client, request, request.count, Int32(MSG_NOSIGNAL)) == request.count)
        shutdown(client, Int32(SHUT_WR))
        let value = try await kept.futureResult.get()
        let channel = value.channel
        while try await !channel.eventLoop.submit({
            try channel.pipeline.syncOperations.handler(type: EarlyArrivals.self).isOver
        }).get() {}

        async let reply = BlockingThread.run { Door.rest(of: client) }
        await connections.handle(value: value, logger: logger)

        #expect(try await reply.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(try await reply.hasSuffix("\r\n\r\nGET /v1/health"))
        try await listening.close()
    }

    @Test func `are closed if more comes before they are taken than a request may have`() async throws {
        try await connect(keeping: { $0 }) { client, value in
            let early = EarlyArrivals.bytesMax + 1
            let channel = value.channel
            try await channel.eventLoop.submit {
                channel.pipeline.fireChannelRead(ByteBuffer(repeating: 0x41, count: early))
            }.get()

            try await client.closeFuture.get()
            try await channel.closeFuture.get()

            #expect(!channel.isActive)
        }
    }
}
