// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How connections are secured and routed. Certificates and host names are always verified.
package struct TLSSettings: Sendable, Hashable {
    /// A PEM file of authorities that are trusted beside the system's.
    package var extraAuthorities: String?
    /// A PEM file with the certificate that this side shows; needs `clientKey`.
    package var clientCertificate: String?
    /// A PEM file with its key, without a passphrase.
    package var clientKey: String?
    /// The address of an HTTP proxy, `http://host:port`; loopback is reached directly.
    package var proxy: String?

    /// The system's authorities, no certificate of our own, no proxy.
    package static let system = TLSSettings()

    /// Puts settings together.
    package init(
        extraAuthorities: String? = nil, clientCertificate: String? = nil, clientKey: String? = nil,
        proxy: String? = nil
    ) {
        self.extraAuthorities = extraAuthorities
        self.clientCertificate = clientCertificate
        self.clientKey = clientKey
        self.proxy = proxy
    }

    /// Refuses files that cannot be read and settings that do not belong together.
    func check() throws(TransportError) {
        let files = [
            ("extraAuthorities", extraAuthorities), ("clientCertificate", clientCertificate), ("clientKey", clientKey),
        ]
        for (name, file) in files {
            guard let file, access(file, R_OK) != 0 else { continue }
            throw .badRequest("\(name): cannot read \(file); check the path and its rights")
        }
        guard (clientCertificate == nil) == (clientKey == nil) else {
            throw .badRequest("clientCertificate and clientKey belong together; set both or none")
        }
        // An https:// proxy would need settings for its own certificate.
        guard proxy?.hasPrefix("http://") ?? true else {
            throw .badRequest("proxy: http://host:port is expected")
        }
    }
}
