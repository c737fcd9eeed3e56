// SPDX-License-Identifier: Apache-2.0
#include "COpenSSL.h"

#include <limits.h>

// Without a callback of its own OpenSSL would stop the process at a prompt for an encrypted key.
static int no_passphrase(char *buffer, int size, int writing, void *context) {
    (void)buffer, (void)size, (void)writing, (void)context;
    return -1;
}

EVP_PKEY *copenssl_read_private_key(const void *pem, size_t count) {
    if (count > INT_MAX) return NULL;
    BIO *bio = BIO_new_mem_buf(pem, (int)count);
    if (bio == NULL) return NULL;
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, no_passphrase, NULL);
    BIO_free(bio);
    return key;
}

EVP_PKEY *copenssl_read_public_key(const void *pem, size_t count) {
    if (count > INT_MAX) return NULL;
    BIO *bio = BIO_new_mem_buf(pem, (int)count);
    if (bio == NULL) return NULL;
    EVP_PKEY *key = PEM_read_bio_PUBKEY(bio, NULL, no_passphrase, NULL);
    BIO_free(bio);
    return key;
}

BIO *copenssl_write_key(const EVP_PKEY *key, int private_part) {
    // The secure-memory BIO wipes a private key's text when it is freed.
    BIO *bio = BIO_new(private_part ? BIO_s_secmem() : BIO_s_mem());
    if (bio == NULL) return NULL;
    int written = private_part
        ? PEM_write_bio_PKCS8PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL)
        : PEM_write_bio_PUBKEY(bio, key);
    if (written != 1) {
        BIO_free(bio);
        return NULL;
    }
    return bio;
}

const unsigned char *copenssl_bio_bytes(BIO *bio, size_t *count) {
    char *bytes = NULL;
    long length = BIO_get_mem_data(bio, &bytes);
    *count = length > 0 ? (size_t)length : 0;
    return (const unsigned char *)bytes;
}
