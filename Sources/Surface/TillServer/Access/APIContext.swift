// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Hummingbird
import NIOCore

/// What a request of the local API came on: its connection, of which the kernel knows the other end, and
/// which can be closed when the other side reads nothing.
package struct APIContext: RequestContext {
    /// What Hummingbird keeps of a request.
    package var coreContext: CoreRequestContextStorage
    /// The connection.
    let channel: any Channel

    /// Takes the connection that a request came on.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Who connected; nil if the kernel does not say, as on a port.
    func peer() async -> Peer? {
        guard let socket = channel as? any SocketOptionProvider else { return nil }
        // What cannot be asked is nobody, who may do nothing.
        return try? await socket.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        ).get()
    }
}
