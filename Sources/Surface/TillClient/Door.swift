// SPDX-License-Identifier: Apache-2.0

/// How a client reaches its daemon.
enum Door: Sendable, Hashable {
    /// A Unix socket; its permissions are the key.
    case socket(String)
    /// An address with a bearer token.
    case address(ServerAddress, token: String)

    /// The place, for sentences.
    var place: String {
        switch self {
        case .socket(let path): path
        case .address(let address, _): address.authority
        }
    }
}
