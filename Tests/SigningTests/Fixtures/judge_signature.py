# SPDX-License-Identifier: Apache-2.0
"""Signs or verifies a message with the PyPI package http-message-signatures: JSON in, JSON out."""
import base64
import datetime
import json
import sys
from http.client import HTTPMessage

from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    MappingKeyResolver,
    algorithms,
)

ALGORITHMS = {
    "ed25519": algorithms.ED25519,
    "ecdsa-p256-sha256": algorithms.ECDSA_P256_SHA256,
    "rsa-pss-sha512": algorithms.RSA_PSS_SHA512,
    "rsa-v1_5-sha256": algorithms.RSA_V1_5_SHA256,
    "hmac-sha256": algorithms.HMAC_SHA256,
}


class Message:
    pass


def fields(pairs):
    made = HTTPMessage()
    for name, value in pairs:
        made[name] = value
    return made


def message(text):
    request = Message()
    request.method, request.url = text["method"], text["url"]
    request.headers = fields(text["fields"])
    if "status" not in text:
        return request
    response = Message()
    response.status_code, response.request = text["status"], request
    response.headers = fields(text["answerFields"])
    return response


asked = json.load(sys.stdin)
key = base64.b64decode(asked["key"])
target = message(asked["message"])
resolver = MappingKeyResolver(public_keys={"k": key}, private_keys={"k": key})
algorithm = ALGORITHMS[asked["algorithm"]]
if asked["work"] == "sign":
    HTTPMessageSigner(signature_algorithm=algorithm, key_resolver=resolver).sign(
        target,
        key_id="k",
        created=datetime.datetime.fromtimestamp(asked["created"], tz=datetime.timezone.utc),
        label="judge",
        tag="openpay",
        covered_component_ids=asked["components"],
        use_existing_digest=True,
    )
    json.dump({name: target.headers[name] for name in ("Signature-Input", "Signature")}, sys.stdout)
else:
    try:
        results = HTTPMessageVerifier(signature_algorithm=algorithm, key_resolver=resolver).verify(
            target, max_age=None, expect_tag="openpay", require_components=asked["components"]
        )
        json.dump({"verified": [result.label for result in results]}, sys.stdout)
    except Exception as error:
        json.dump({"refused": f"{type(error).__name__}: {error}"}, sys.stdout)
