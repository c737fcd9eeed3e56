// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Reaches a printer in the network, usually at port 9100, with one connection a job.
///
/// ```
/// connect -> bytes and answers -> shutdown(WR) -> read to the end -> close
/// ```
/// Closing while answers are unread would reset the connection, and the printer might throw away the
/// end of the job.
package actor TCPPort: DevicePort {
    /// The address as the configuration has it.
    package nonisolated let name: String
    private let host: String
    private let port: UInt16
    private let locks: DeviceLocks
    private let thread: DeviceThread
    private var socket: Descriptor?
    private var lock: DeviceLock?

    private static let patienceOfConnect = Duration.seconds(3)
    private static let slice = Duration.milliseconds(50)
    /// Slices that closing waits for the printer's own end: two seconds.
    private static let slicesOfClose = 40

    /// Names the printer.
    ///
    /// - Parameter locks: a folder for a file that keeps other processes away.
    package init(host: String, port: UInt16, locks: String) {
        self.host = host
        self.port = port
        self.locks = DeviceLocks(own: locks)
        name = host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        thread = DeviceThread(label: name)
    }

    /// The device's own thread, where calls may block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Connects, after the lock has been taken.
    package func open() throws(DeviceError) -> PortDirection {
        let held = try locks.take(place, terminal: nil, name: name)
        let connected = try Self.connected(host: host, port: port, name: name)
        lock = consume held
        socket = consume connected
        return .twoWay
    }

    /// Hands bytes over and returns how many were taken.
    package func write(_ bytes: [UInt8], within patience: Duration) throws(DeviceError) -> Int {
        var written = 0
        while written < bytes.count {
            guard let number = socket?.number else { throw .gone(name) }
            let events = socket?.wait(for: POLLOUT, within: patience) ?? 0
            guard events != 0 else { return written }
            let count = bytes.withUnsafeBytes { buffer in
                send(
                    number, buffer.baseAddress?.advanced(by: written), buffer.count - written,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            guard count > 0 else {
                if written > 0 { return written }
                throw socket?.failure("write", errno: errno) ?? .gone(name)
            }
            written += count
        }
        return written
    }

    /// Returns what the printer has sent; nothing if nothing came in time.
    package func read(upTo limit: Int, within patience: Duration) throws(DeviceError) -> [UInt8] {
        guard socket != nil else { throw .gone(name) }
        guard socket?.wait(for: POLLIN, within: patience) ?? 0 != 0 else { return [] }
        switch socket?.read(upTo: limit) {
        case .success(.some(let bytes)): return bytes
        case .failure(let error) where error.isPassing: return []
        case .failure(let error): throw socket?.failure("read", errno: error.number) ?? .gone(name)
        case .success(.none), .none: throw .gone(name)
        }
    }

    /// Waits until everything that was handed over has left this machine.
    package func flush(within patience: Duration) throws(DeviceError) {
        let slices = max(Descriptor.milliseconds(patience) / Descriptor.milliseconds(Self.slice), 1)
        for _ in 0..<slices {
            guard let number = socket?.number else { throw .gone(name) }
            var error: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &size)
            if error != 0 { throw socket?.failure("write", errno: error) ?? .gone(name) }
            var left: Int32 = 0
            guard tilld_ioctl_pointer(number, UInt(TIOCOUTQ), &left) == 0, left > 0 else { return }
            _ = poll(nil, 0, Descriptor.milliseconds(Self.slice))
        }
        throw .timedOut(name)
    }

    /// Ends the stream, reads to the printer's own end, and closes.
    package func close() {
        defer {
            socket = nil
            lock = nil
        }
        guard let number = socket?.number, shutdown(number, Int32(SHUT_WR)) == 0 else { return }
        for _ in 0..<Self.slicesOfClose {
            guard socket?.wait(for: POLLIN, within: Self.slice) ?? 0 != 0 else { continue }
            guard case .success(.some) = socket?.read(upTo: 4096) else { return }
        }
    }

    /// Its place in the network: what is there may be another printer tomorrow.
    package func identity() -> DeviceIdentity? { place }

    private var place: DeviceIdentity { .network(host: host, port: port) }

    private static func connected(
        host: String, port: UInt16, name: String
    ) throws(DeviceError) -> Descriptor {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0, let first = list else {
            throw .absent(name)
        }
        defer { freeaddrinfo(first) }
        var failure = DeviceError.absent(name)
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let address = next {
            switch connect(to: address.pointee, name: name) {
            case .success(let number): return Descriptor(owning: number, name: name)
            case .failure(let error): failure = error
            }
            next = address.pointee.ai_next
        }
        throw failure
    }

    /// Connects and returns the descriptor's number.
    private static func connect(to address: addrinfo, name: String) -> Result<Int32, DeviceError> {
        let kind = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let number = Glibc.socket(address.ai_family, kind, address.ai_protocol)
        guard number >= 0 else { return .failure(.writeFailed(what: "reach \(name)", errno: errno)) }
        var keep = false
        defer { if !keep { Glibc.close(number) } }
        if Glibc.connect(number, address.ai_addr, address.ai_addrlen) != 0 {
            guard errno == EINPROGRESS else { return .failure(refusal(errno, name: name)) }
            var entry = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
            guard poll(&entry, 1, Descriptor.milliseconds(patienceOfConnect)) > 0 else {
                return .failure(.timedOut("\(name), whose port is busy or hangs,"))
            }
            var error: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &size)
            guard error == 0 else { return .failure(refusal(error, name: name)) }
        }
        set(number, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        set(number, SOL_SOCKET, SO_KEEPALIVE, 1)
        set(number, Int32(IPPROTO_TCP), TCP_KEEPIDLE, 10)
        set(number, Int32(IPPROTO_TCP), TCP_KEEPINTVL, 5)
        set(number, Int32(IPPROTO_TCP), TCP_KEEPCNT, 3)
        keep = true
        return .success(number)
    }

    private static func refusal(_ number: Int32, name: String) -> DeviceError {
        switch number {
        // A printer takes one connection: while it has one, it refuses others or lets them wait.
        case ECONNREFUSED: .busy("\(name) (or its port is closed)")
        case EHOSTUNREACH, ENETUNREACH, EHOSTDOWN: .absent(name)
        case ETIMEDOUT: .timedOut("\(name), whose port is busy or hangs,")
        default: .writeFailed(what: "reach \(name)", errno: number)
        }
    }

    private static func set(_ number: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(number, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}
