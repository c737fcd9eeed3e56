// SPDX-License-Identifier: Apache-2.0

/// Keys that sign nothing but these tests.
enum Keys {
    /// test-key-ed25519 of RFC 9421, appendix B.1.4.
    static let merchant = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
        -----END PRIVATE KEY-----

        """
    static let merchantP256 = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpWexRfqfESnwo/tu
        d5rXsiugtOkGRSmkaA8JorqAlByhRANCAASAAV5huGuh+Ykr3E3kOVficVArpnq8
        Y3KW1YlTgohh1cwTufCBgLqT11lyMiaXiiW8EeZU0Y/Xf953fgyNognw
        -----END PRIVATE KEY-----

        """
    static let platform = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIOX9q9U/UNekr3pHBQEK3FSQYRaKztFTqIycVx9VeMpc
        -----END PRIVATE KEY-----

        """
    static let platformPublic = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA+wUuAxoPerIUVjv6Nv48DiDRpL0mufergviDBxoaM7c=
        -----END PUBLIC KEY-----

        """
    /// Base64 of "an agreed secret that nobody knows".
    static let sharedSecret = "YW4gYWdyZWVkIHNlY3JldCB0aGF0IG5vYm9keSBrbm93cw=="
    static let webhookSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
}
