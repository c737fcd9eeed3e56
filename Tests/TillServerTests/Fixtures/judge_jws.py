# SPDX-License-Identifier: Apache-2.0
"""Verifies a file of evidence with joserfc, a JOSE library that was not written here.

Usage: judge_jws.py FILE KEY.pem. Prints the payload's kind; ends with 1 if the signature does not fit.
"""
import json
import sys

from joserfc import jws
from joserfc.jwk import OKPKey

key = OKPKey.import_key(open(sys.argv[2]).read())
value = json.load(open(sys.argv[1]))
registry = jws.JWSRegistry(algorithms=["EdDSA", "Ed25519"])
try:
    told = jws.deserialize_json(value, key, registry=registry)
except Exception as error:
    print(type(error).__name__, error, file=sys.stderr)
    sys.exit(1)
header = told.headers() if callable(told.headers) else told.headers
assert header["alg"] == "EdDSA" and header["kid"] == key.thumbprint(), header
print(json.loads(told.payload)["kind"])
