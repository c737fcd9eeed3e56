// SPDX-License-Identifier: Apache-2.0
import COpenSSL

extension KeyHandle {
    /// The bytes of r and of s in a P-256 signature.
    private static let coordinate = 32
    /// The salt of RSASSA-PSS, in bytes. Source: RFC 9421, section 3.3.1.
    private static let salt: Int32 = 64

    /// Signs a message; an ECDSA signature is r followed by s.
    func sign(_ message: [UInt8], with algorithm: SignatureAlgorithm) throws(SigningError) -> [UInt8] {
        guard fits(algorithm) else {
            throw .unsupported("a key of another kind than \(algorithm.rawValue) needs")
        }
        return try ErrorQueue.cleared { () throws(SigningError) in
            guard let context = EVP_MD_CTX_new() else { throw .library(ErrorQueue.drain()) }
            defer { EVP_MD_CTX_free(context) }
            var settings: OpaquePointer?
            var length = 0
            guard EVP_DigestSignInit(context, &settings, Self.digest(of: algorithm), nil, pointer) == 1,
                Self.prepare(settings, for: algorithm),
                EVP_DigestSign(context, nil, &length, message, message.count) == 1
            else { throw .library(ErrorQueue.drain()) }
            var signature = [UInt8](repeating: 0, count: length)
            guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1 else {
                throw .library(ErrorQueue.drain())
            }
            signature.removeLast(signature.count - length)
            guard algorithm == .ecdsaP256 else { return signature }
            guard let pair = Self.pair(fromDER: signature) else { throw .library(ErrorQueue.drain()) }
            return pair
        }
    }

    /// Checks a signature; false as well for a key of another kind and for any failure.
    func isValid(_ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm) -> Bool {
        guard fits(algorithm) else { return false }
        return ErrorQueue.cleared {
            var signature = signature
            if algorithm == .ecdsaP256 {
                guard let converted = Self.der(fromPair: signature) else { return false }
                signature = converted
            }
            guard let context = EVP_MD_CTX_new() else { return false }
            defer { EVP_MD_CTX_free(context) }
            var settings: OpaquePointer?
            return EVP_DigestVerifyInit(context, &settings, Self.digest(of: algorithm), nil, pointer) == 1
                && Self.prepare(settings, for: algorithm)
                && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        }
    }

    private static func digest(of algorithm: SignatureAlgorithm) -> OpaquePointer? {
        switch algorithm {
        case .ed25519: nil
        case .rsaPSS: EVP_sha512()
        case .ecdsaP256, .rsaV15, .hmac: EVP_sha256()
        }
    }

    private static func prepare(_ settings: OpaquePointer?, for algorithm: SignatureAlgorithm) -> Bool {
        switch algorithm {
        case .rsaPSS:
            EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) == 1
                && EVP_PKEY_CTX_set_rsa_mgf1_md(settings, EVP_sha512()) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, salt) == 1
        case .rsaV15:
            EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PADDING) == 1
        case .ed25519, .ecdsaP256, .hmac:
            true
        }
    }

    private static func pair(fromDER der: [UInt8]) -> [UInt8]? {
        der.withUnsafeBufferPointer { bytes -> [UInt8]? in
            var next = bytes.baseAddress
            guard let signature = d2i_ECDSA_SIG(nil, &next, bytes.count) else { return nil }
            defer { ECDSA_SIG_free(signature) }
            var r = [UInt8](repeating: 0, count: coordinate)
            var s = r
            guard BN_bn2binpad(ECDSA_SIG_get0_r(signature), &r, Int32(coordinate)) == Int32(coordinate),
                BN_bn2binpad(ECDSA_SIG_get0_s(signature), &s, Int32(coordinate)) == Int32(coordinate)
            else { return nil }
            return r + s
        }
    }

    private static func der(fromPair pair: [UInt8]) -> [UInt8]? {
        guard pair.count == 2 * coordinate, let signature = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(signature) }
        let r = BN_bin2bn(Array(pair.prefix(coordinate)), Int32(coordinate), nil)
        let s = BN_bin2bn(Array(pair.suffix(coordinate)), Int32(coordinate), nil)
        guard let r, let s, ECDSA_SIG_set0(signature, r, s) == 1 else {
            BN_free(r)
            BN_free(s)
            return nil
        }
        let length = i2d_ECDSA_SIG(signature, nil)
        guard length > 0 else { return nil }
        var der = [UInt8](repeating: 0, count: Int(length))
        let written = der.withUnsafeMutableBufferPointer { bytes in
            var next = bytes.baseAddress
            return i2d_ECDSA_SIG(signature, &next)
        }
        return written == length ? der : nil
    }
}
