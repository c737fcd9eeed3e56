// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// A server on loopback that treats every connection as the test says, on threads of its own.
final class LoopbackServer: Sendable {
    private struct State {
        var open: Set<Int32> = []
        var connections = 0
        var requests: [String] = []
        var isClosed = false
    }

    let port: Int
    private let listener: Int32
    private let state = Mutex(State())
    private let arrivals: AsyncStream<String>
    private let arrived: AsyncStream<String>.Continuation

    /// Listens on a free port, or on a Unix socket; the handler gets each connection and its number from 1.
    init(unixPath: String? = nil, _ handler: @escaping @Sendable (LoopbackConnection, Int) -> Void) throws {
        (arrivals, arrived) = AsyncStream.makeStream()
        (listener, port) = try unixPath.map { (try Self.listen(unix: $0), 0) } ?? Self.listenOnLoopback()
        let listener = listener
        Thread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else {
                    // Closed here and nowhere else: a number that is free again may soon be another server's.
                    Glibc.close(listener)
                    return
                }
                guard let number = self?.register(socket) else {
                    Glibc.close(socket)
                    continue
                }
                Thread { [weak self] in
                    handler(LoopbackConnection(socket) { self?.note($0) }, number)
                    if let self { self.unregister(socket) } else { Glibc.close(socket) }
                }.start()
            }
        }.start()
    }

    deinit {
        close()
    }

    /// Everything that was asked, in order of arrival.
    var requests: [String] { state.withLock { $0.requests } }

    /// How many connections were accepted.
    var connections: Int { state.withLock { $0.connections } }

    /// Waits for the next request.
    func nextRequest() async -> String? {
        var iterator = arrivals.makeAsyncIterator()
        return await iterator.next()
    }

    func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            shutdown(listener, Int32(SHUT_RDWR))
            for socket in state.open { shutdown(socket, Int32(SHUT_RDWR)) }
        }
        arrived.finish()
    }

    private func note(_ request: String) {
        state.withLock { $0.requests.append(request) }
        arrived.yield(request)
    }

    private func register(_ socket: Int32) -> Int? {
        state.withLock { state in
            guard !state.isClosed else { return nil }
            state.open.insert(socket)
            state.connections += 1
            return state.connections
        }
    }

    private func unregister(_ socket: Int32) {
        state.withLock { state in
            state.open.remove(socket)
            Glibc.close(socket)
        }
    }

    private static func listenOnLoopback() throws -> (Int32, Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) != 0 || Glibc.listen(listener, 64) != 0
                    || getsockname(listener, generic, &length) != 0
            }
        }
        if failed { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func listen(unix path: String) throws -> Int32 {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let failed = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, socklen_t(MemoryLayout<sockaddr_un>.size)) != 0
                    || Glibc.listen(listener, 64) != 0
            }
        }
        if failed { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return listener
    }

    /// A port of loopback that nobody listens on.
    static func closedPort() throws -> Int {
        let server = try LoopbackServer { _, _ in }
        server.close()
        return server.port
    }
}
