// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Owns one reference to an `EVP_PKEY`.
final class KeyHandle: Sendable {
    /// The longest PEM text that is read, in bytes.
    static let longestText = 64 * 1024
    /// The shortest RSA modulus that is accepted, in bits.
    static let shortestRSA: Int32 = 2048

    // libcrypto never changes a loaded key and counts its references atomically, so every thread may read this pointer.
    /// The key in libcrypto.
    nonisolated(unsafe) let pointer: OpaquePointer

    /// Takes over the caller's reference.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// Reads a private key.
    static func privateKey(pem: String) throws(SigningError) -> KeyHandle {
        let forms = """
            a private key in PEM is expected, without a passphrase (PKCS#8 "BEGIN PRIVATE KEY", PKCS#1 "BEGIN RSA \
            PRIVATE KEY" or SEC1 "BEGIN EC PRIVATE KEY"), as "openssl genpkey -algorithm ed25519" writes it
            """
        if pem.contains("ENCRYPTED") {
            throw .unreadableKey("this key is encrypted; \(forms)")
        }
        if pem.contains("BEGIN PUBLIC KEY") || pem.contains("BEGIN RSA PUBLIC KEY") {
            throw .unreadableKey("this is a public key; \(forms)")
        }
        return try read(pem, expected: forms, with: copenssl_read_private_key)
    }

    /// Reads a public key.
    static func publicKey(pem: String) throws(SigningError) -> KeyHandle {
        let forms = """
            a public key in PEM is expected (SubjectPublicKeyInfo "BEGIN PUBLIC KEY"), as "openssl pkey -pubout" \
            writes it
            """
        if pem.contains("PRIVATE KEY") {
            throw .unreadableKey("this is a private key, keep it to yourself; \(forms)")
        }
        if pem.contains("BEGIN CERTIFICATE") {
            throw .unreadableKey("this is a certificate (\"openssl x509 -pubkey -noout\" takes its key out); \(forms)")
        }
        return try read(pem, expected: forms, with: copenssl_read_public_key)
    }

    /// Makes a new Ed25519 pair.
    static func ed25519() throws(SigningError) -> KeyHandle {
        try ErrorQueue.cleared { () throws(SigningError) in
            let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil)
            defer { EVP_PKEY_CTX_free(context) }
            var made: OpaquePointer?
            guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &made) == 1, let made else {
                throw .library(ErrorQueue.drain())
            }
            return KeyHandle(owning: made)
        }
    }

    /// Takes the 32 bytes of an Ed25519 public key.
    static func ed25519(publicBytes: [UInt8]) -> KeyHandle? {
        ErrorQueue.cleared {
            EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicBytes, publicBytes.count)
                .map { KeyHandle(owning: $0) }
        }
    }

    /// Writes PKCS#8, or SubjectPublicKeyInfo for the public half.
    func pem(private isPrivate: Bool) throws(SigningError) -> String {
        try ErrorQueue.cleared { () throws(SigningError) in
            guard let text = copenssl_write_key(pointer, isPrivate ? 1 : 0) else {
                throw .library(ErrorQueue.drain())
            }
            defer { BIO_free(text) }
            var count = 0
            let bytes = copenssl_bio_bytes(text, &count)
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
    }

    private static func read(
        _ pem: String, expected forms: String, with reader: (UnsafeRawPointer?, Int) -> OpaquePointer?
    ) throws(SigningError) -> KeyHandle {
        var text = pem
        guard text.utf8.count <= longestText else {
            throw .unreadableKey("longer than \(longestText) bytes; \(forms)")
        }
        return try ErrorQueue.cleared { () throws(SigningError) in
            guard let key = text.withUTF8({ reader($0.baseAddress, $0.count) }) else {
                throw .unreadableKey(forms)
            }
            let handle = KeyHandle(owning: key)
            if handle.isRSA, EVP_PKEY_get_bits(key) < shortestRSA {
                throw .unsupported("an rsa key of \(EVP_PKEY_get_bits(key)) bits; \(shortestRSA) are the least")
            }
            return handle
        }
    }

    private var isRSA: Bool {
        let kind = EVP_PKEY_get_base_id(pointer)
        return kind == EVP_PKEY_RSA || kind == EVP_PKEY_RSA_PSS
    }

    /// The curve of an elliptic-curve key, by its name in libcrypto.
    private var curve: String? {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1 else { return nil }
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a key of this kind can carry the algorithm.
    func fits(_ algorithm: SignatureAlgorithm) -> Bool {
        ErrorQueue.cleared {
            switch algorithm {
            case .ed25519: EVP_PKEY_get_base_id(pointer) == EVP_PKEY_ED25519
            case .ecdsaP256: EVP_PKEY_get_base_id(pointer) == EVP_PKEY_EC && curve == "prime256v1"
            case .rsaPSS: isRSA
            case .rsaV15: EVP_PKEY_get_base_id(pointer) == EVP_PKEY_RSA
            case .hmac: false
            }
        }
    }
}
