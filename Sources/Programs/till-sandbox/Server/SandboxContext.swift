// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import NIOCore

/// A request's context with its connection, which a script can cut.
struct SandboxContext: RequestContext {
    /// What Hummingbird keeps.
    var coreContext: CoreRequestContextStorage
    /// The connection.
    let channel: any Channel

    /// Takes the connection that a request came by.
    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The caller's address without a port.
    var address: String { channel.remoteAddress?.ipAddress ?? "" }

    /// Closes the connection as it is.
    func cut() async {
        // A connection that is closed already is what is wanted.
        try? await channel.close()
    }
}
