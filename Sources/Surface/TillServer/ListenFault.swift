// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import HummingbirdCore
import Glibc
import Logging
import NIOCore
import ServiceLifecycle

/// That a listener could not listen where the configuration says.
package struct ListenFault: Error, CustomStringConvertible {
    /// The key of the configuration, such as `api.listen`.
    package let key: String
    /// What is wrong, in words for people.
    package let why: String

    /// What is wrong and what to do.
    package var description: String { "\(key): cannot listen there: \(why)" }
}

extension HTTPResponder where Context: RequestContext, Context.Source == ApplicationRequestContextSource {
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
        while true {
            if let socket { unlink(socket) }
            let application = Application(
                responder: self,
                server: HTTPServerBuilder { responder in
                    // Who stops in the middle of a request holds neither memory nor the daemon's end for long.
                    LateConnections(
                        inner: HTTP1Channel(
                            responder: responder, configuration: .init(idleTimeout: .seconds(10))))
                },
                configuration: ApplicationConfiguration(
                    address: address,
                    // What is beyond waits in the kernel: descriptors are left for the ledger and for acquirers.
                    availableConnectionsDelegate: .maximum(entry.connectionsMax, logger: quiet)),
                onServerRunning: { channel in
                    opened()
                    entry.doors?.open(key, on: channel.eventLoop)
                }, logger: quiet)
            do {
                return try await application.run()
            } catch let error as IOError {
                throw ListenFault(key: key, why: String(cString: strerror(error.errnoCode)).lowercased())
            } catch let error as ServiceGroupError {
                // accept(2) hands over the errors of one connection, and the server takes some for its own: sales go on.
                guard !Task.isShuttingDownGracefully, !Task.isCancelled else { throw error }
                logger.error("listening broke off, and begins again", metadata: ["key": "\(key)"])
            }
        }
    }
}
