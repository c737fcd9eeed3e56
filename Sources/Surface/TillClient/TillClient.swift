// SPDX-License-Identifier: Apache-2.0

import HTTPTransport

/// The local API of a daemon as Swift calls.
///
/// A write whose answer was lost is sent again under the same idempotency key, which the daemon
/// carries out once; so a call either has an answer or says that nobody knows.
public struct TillClient: Sendable {
    /// How the daemon is reached.
    let door: Door
    /// How long it keeps trying.
    let patience: Patience
    /// What its pauses go by.
    let clock: any Clock<Duration>
    /// What carries the bytes.
    let transport: HTTPTransport

    /// Speaks to the daemon behind a Unix socket.
    ///
    /// - Parameter socket: The path of the socket, `/run/tilld/tilld.sock` if nothing else is configured.
    /// - Throws: `cannotStart` if the system has no thread left.
    public init(
        socket: String,
        patience: Patience = .standard,
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(ClientError) {
        try self.init(door: .socket(socket), patience: patience, clock: clock)
    }

    /// Speaks to the daemon behind an address.
    ///
    /// - Parameters:
    ///   - address: Host and port, such as `127.0.0.1:8470`, or a URL without a path.
    ///   - token: The bearer token, printable ASCII.
    /// - Throws: `badAddress` if one of them cannot be sent, `cannotStart` if the system has no thread
    ///   left.
    public init(
        address: String,
        token: String,
        patience: Patience = .standard,
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(ClientError) {
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .badAddress("the token has characters that no token has: look at the token file")
        }
        try self.init(
            door: .address(try ServerAddress(address), token: token), patience: patience,
            clock: clock)
    }

    private init(door: Door, patience: Patience, clock: any Clock<Duration>) throws(ClientError) {
        self.door = door
        self.patience = patience
        self.clock = clock
        do {
            transport = try HTTPTransport(tls: .system)
        } catch {
            throw .cannotStart("\(error)")
        }
    }
}
