// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import TillCore

/// What answers requests on one address.
///
/// It stands on the server of Hummingbird's core alone: a whole application of it makes the date of its answers anew
/// each second, asked or not (<doc:0051-a-terminal-at-rest-is-at-rest>).
protocol HTTPListener: Sendable {
    /// The wall clock, which answers tell.
    var wall: @Sendable () -> Timestamp { get }

    /// Answers a request that came on a connection.
    func respond(to request: Request, on connection: any Channel) async throws -> Response
}

extension HTTPListener {
    /// Serves on an address until shutdown.
    ///
    /// - Parameters:
    ///   - key: the key of the configuration that names the address.
    ///   - socket: a socket's file, which whoever died before left.
    ///   - entry: how many connections there may be, and who hears that they are accepted.
    ///   - opened: called when connections are accepted.
    /// - Throws: ``ListenFault`` if the address cannot be had.
    func serve(
        on address: BindAddress, key: String, socket: String? = nil, entry: ListenerEntry,
        logger: Logger, opened: @escaping @Sendable () -> Void
    ) async throws {
        // What the server's insides say of a connection that broke off is nobody's business.
        var quiet = logger
        quiet.logLevel = .critical
        let date = DateField(wall: wall)
        while true {
            if let socket { unlink(socket) }
            let connections = LateConnections(
                inner: HTTP1Channel(
                    responder: { request, writer, connection in
                        var response = await answer(request, connection, logger: logger)
                        response.headers[.date] = date.text
                        do {
                            try await writer.write(response: response.head, body: response.body)
                        } catch {
                            // No error of the request's own: that one would be answered, behind half an answer.
                            throw AnswerBrokenOff()
                        }
                    },
                    // Who stops in the middle of a request holds neither memory nor the daemon's end for long.
                    configuration: .init(idleTimeout: .seconds(10))))
            let server = Server(
                childChannelSetup: connections,
                configuration: ServerConfiguration(
                    address: address,
                    // What is beyond waits in the kernel: descriptors are left for the ledger and for acquirers.
                    availableConnectionsDelegate: .maximum(entry.connectionsMax, logger: quiet)),
                onServerRunning: { channel in
                    opened()
                    entry.doors?.open(key, on: channel.eventLoop)
                }, eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
            do {
                try await server.run()
            } catch let error as IOError {
                throw ListenFault(key: key, why: String(cString: strerror(error.errnoCode)).lowercased())
            }
            // accept(2) hands over the errors of one connection, and the server takes some for its own: sales go on.
            guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return }
            logger.error("listening broke off, and begins again", metadata: ["key": "\(key)"])
        }
    }

    @concurrent private func answer(_ request: Request, _ connection: any Channel, logger: Logger) async -> Response {
        do {
            return try await respond(to: request, on: connection)
        } catch {
            logger.error("a request was not answered", metadata: ["error": "\(error)"])
            return Response(status: .internalServerError)
        }
    }
}

/// That the other side went while it was answered; its connection is closed.
private struct AnswerBrokenOff: Error {}
