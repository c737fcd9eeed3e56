// SPDX-License-Identifier: Apache-2.0

import HummingbirdCore
import Logging
import NIOCore

/// Connections of a server that are read from when somebody takes them, and not before.
///
/// A server that ends, because of a signal or of an error of accept(2), drops what it has accepted and nobody has taken yet. A channel
/// that is wrapped for its reader by then, and dropped unread, ends the process. So it is wrapped by whoever takes it.
struct LateConnections<Inner: ServerChildChannel>: ServerChildChannel {
    /// What the connections are for.
    let inner: Inner

    /// A connection that somebody may take; it is closed if nobody does.
    final class Value: ServerChildChannelValue {
        let channel: any Channel

        init(_ channel: any Channel) { self.channel = channel }

        deinit { channel.close(promise: nil) }
    }

    /// What a connection keeps for what comes next: a request of a till fits, and a longer one gets more.
    private static var reading: AdaptiveRecvByteBufferAllocator {
        AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 512, maximum: 65_536)
    }

    /// Stops the reading until somebody takes the connection.
    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.setOption(.autoRead, value: false).flatMap {
            channel.setOption(.recvAllocator, value: Self.reading)
        }.flatMapThrowing {
            try channel.pipeline.syncOperations.addHandler(EarlyArrivals())
            return Value(channel)
        }
    }

    /// Sets the connection up and serves it until it ends.
    func handle(value: Value, logger: Logger) async {
        let channel = value.channel
        let taken: EventLoopFuture<Inner.Value> = channel.eventLoop.flatSubmit {
            let pipeline = channel.pipeline.syncOperations
            let early: EarlyArrivals
            do {
                early = try pipeline.handler(type: EarlyArrivals.self)
            } catch {
                return channel.eventLoop.makeFailedFuture(error)
            }
            // From here on nothing may fail: what is wrapped has to be served.
            return inner.setup(channel: channel, logger: logger).assumeIsolated().map { value in
                early.handOn()
                _ = pipeline.removeHandler(early)
                return value
            }.nonisolated().always { _ in
                // Fails where the connection is over, and then there is nothing to read.
                _ = channel.setOption(.autoRead, value: true)
            }
        }
        do {
            await inner.handle(value: try await taken.get(), logger: logger)
        } catch {
            logger.debug("a connection was over before it began", metadata: ["why": "\(error)"])
        }
    }
}
