// SPDX-License-Identifier: Apache-2.0
#ifndef COPENSSL_H
#define COPENSSL_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <stddef.h>

/// Reads an unencrypted private key (PKCS#8, PKCS#1 or SEC1) from PEM text; never asks a terminal for a passphrase.
EVP_PKEY *copenssl_read_private_key(const void *pem, size_t count);

/// Reads a SubjectPublicKeyInfo from PEM text.
EVP_PKEY *copenssl_read_public_key(const void *pem, size_t count);

/// Writes a private key as PKCS#8 PEM (or, with `private_part` 0, the public half as SubjectPublicKeyInfo) into a new memory BIO.
BIO *copenssl_write_key(const EVP_PKEY *key, int private_part);

/// The bytes that a memory BIO holds, and their number.
const unsigned char *copenssl_bio_bytes(BIO *bio, size_t *count);

#endif
