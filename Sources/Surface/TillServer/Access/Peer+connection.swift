// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

extension Peer {
    /// Who is at the other end of a connection; nil if the kernel does not say, as on a port.
    static func of(_ connection: any Channel) async -> Peer? {
        guard let socket = connection as? any SocketOptionProvider else { return nil }
        // What cannot be asked is nobody, who may do nothing.
        return try? await socket.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        ).get()
    }
}
