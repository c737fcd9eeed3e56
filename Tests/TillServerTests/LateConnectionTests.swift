// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
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
}
