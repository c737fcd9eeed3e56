// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

extension Exchange {
    /// Has libcurl ask before each connection, with the address that it found and is about to use.
    ///
    /// - Throws: ``TransportError/badRequest(_:)`` when libcurl refuses it.
    func setOpener() throws(TransportError) {
        guard plan.admits != nil else { return }
        let context = Unmanaged.passUnretained(self).toOpaque()
        try accept(ccurl_set_opener(easy, openSocket, context))
    }

    /// Opens the socket of a connection; -1 for an address that the request may not go to.
    ///
    /// libcurl connects the socket to this very address: no name is looked up again in between.
    func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let place = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return -1 }
        let inner = UnsafeRawPointer(address) + place
        guard let target = NetworkAddress(inner.assumingMemoryBound(to: sockaddr.self)) else { return -1 }
        guard plan.admits?(target) ?? true else {
            refuse(target)
            return -1
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }
}

private let openSocket: curl_opensocket_callback = { context, _, address in
    guard let context, let address else { return -1 }
    return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().open(address)
}
