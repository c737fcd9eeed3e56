// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Opens sockets that listen.
enum Listening {
    /// Listens at a path; what was there before is gone.
    static func socket(at path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw ScriptedDaemonError.failed("a path that is too long", ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        unlink(path)
        return try listening(AF_UNIX, &address)
    }

    /// Listens at a port of 127.0.0.1 that was free.
    static func loopback() throws -> (descriptor: Int32, port: UInt16) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let descriptor = try listening(AF_INET, &address)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutableBytes(of: &address) { bytes in
            getsockname(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
        }
        try check(code, "getsockname")
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    private static func listening<Address>(_ family: Int32, _ address: inout Address) throws
        -> Int32
    {
        let descriptor = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        try check(descriptor, "socket")
        let code = withUnsafeBytes(of: &address) { bytes in
            bind(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(bytes.count))
        }
        try check(code, "bind")
        try check(listen(descriptor, 16), "listen")
        return descriptor
    }

    private static func check(_ code: Int32, _ call: String) throws {
        guard code >= 0 else { throw ScriptedDaemonError.failed(call, errno) }
    }
}
