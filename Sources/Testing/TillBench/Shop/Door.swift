// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where a server listens.
enum Door: Hashable {
    /// A Unix socket.
    case socket(String)
    /// A port of this machine.
    case port(UInt16)

    /// Connects.
    ///
    /// - Returns: The descriptor, to be closed; nil if nobody listens.
    func connected() -> Int32? {
        let domain =
            switch self {
            case .socket: AF_UNIX
            case .port: AF_INET
            }
        let descriptor = Foundation.socket(domain, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        guard connects(descriptor) else {
            close(descriptor)
            return nil
        }
        var one: Int32 = 1
        // A Unix socket knows of no such delay, and says so.
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    /// What stands in the field `Host`.
    var host: String {
        switch self {
        case .socket: "localhost"
        case .port(let port): "127.0.0.1:\(port)"
        }
    }

    private func connects(_ descriptor: Int32) -> Bool {
        switch self {
        case .socket(let path):
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
            return Self.connects(descriptor, &place)
        case .port(let port):
            var place = Self.place(port)
            return Self.connects(descriptor, &place)
        }
    }

    private static func place(_ port: UInt16) -> sockaddr_in {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return place
    }

    private static func connects<Place>(_ descriptor: Int32, _ place: inout Place) -> Bool {
        let size = socklen_t(MemoryLayout<Place>.size)
        return withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
        }
    }

    /// Ports that nobody listens on.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if there are none.
    static func freePorts(_ count: Int) throws(BenchFault) -> [UInt16] {
        var held: [Int32] = []
        defer { held.forEach { close($0) } }
        var ports: [UInt16] = []
        for _ in 0..<count {
            let descriptor = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            held.append(descriptor)
            var place = place(0)
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isFound = withUnsafeMutablePointer(to: &place) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
                }
            }
            guard isFound else { throw .missing("there is no free port") }
            ports.append(UInt16(bigEndian: place.sin_port))
        }
        return ports
    }
}
