// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Glibc
import Logging
import NIOCore

/// That a listener could not listen where the configuration says.
package struct ListenFault: Error, CustomStringConvertible {
    /// The key of the configuration, such as `api.listen`.
    package let key: String
    /// What is wrong, in words for people.
    package let why: String

    /// What is wrong and what to do.
    package var description: String { "\(key): cannot listen there: \(why)" }
}

extension HTTPResponder where Self.Context == BasicRequestContext {
    /// Serves on an address until shutdown.
    ///
    /// - Parameter key: the key of the configuration that names the address.
    /// - Throws: ``ListenFault`` if the address cannot be had.
    func serve(
        on address: BindAddress, key: String, logger: Logger,
        onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
    ) async throws {
        // What the server's insides say of a connection that broke off is nobody's business.
        var quiet = logger
        quiet.logLevel = .critical
        let application = Application(
            responder: self,
            // Who stops in the middle of a request holds neither memory nor the daemon's end for long.
            server: .http1(configuration: .init(idleTimeout: .seconds(10))),
            configuration: ApplicationConfiguration(address: address),
            onServerRunning: onServerRunning, logger: quiet)
        do {
            try await application.run()
        } catch let error as IOError {
            throw ListenFault(key: key, why: String(cString: strerror(error.errnoCode)).lowercased())
        }
    }
}
