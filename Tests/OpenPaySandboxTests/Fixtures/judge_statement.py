# SPDX-License-Identifier: Apache-2.0
"""Verifies a signed statement and reads it: a file of JSON in, JSON out.

Needs the PyPI package http-message-signatures; the statement is read with Python's own csv module.
"""
import base64
import csv
import hashlib
import io
import json
import sys
from http.client import HTTPMessage

from http_message_signatures import HTTPMessageVerifier, MappingKeyResolver, algorithms


class Message:
    pass


def fields(pairs):
    made = HTTPMessage()
    for name, value in pairs:
        made[name] = value
    return made


asked = json.load(open(sys.argv[1]))
request, response = Message(), Message()
request.method, request.url, request.headers = asked["method"], asked["url"], fields(asked["fields"])
response.status_code, response.request = asked["status"], request
response.headers = fields(asked["answerFields"])
body = base64.b64decode(asked["body"])
resolver = MappingKeyResolver(public_keys={asked["keyID"]: asked["key"].encode()}, private_keys={})
answer = {}
try:
    HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=resolver).verify(
        response, max_age=None, expect_tag="openpay",
        require_components=['"@status"', '"content-digest"', '"signature";req'])
    answer["verified"] = True
except Exception as error:
    answer["refused"] = f"{type(error).__name__}: {error}"
digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
answer["digest"] = response.headers["Content-Digest"] == f"sha-256=:{digest}:"
reader = csv.DictReader(io.StringIO(body.decode("utf-8"), newline=""), strict=True)
answer["rows"] = list(reader)
answer["columns"] = reader.fieldnames
answer["endings"] = body.count(b"\r\n") == body.count(b"\n") == body.count(b"\r")
json.dump(answer, sys.stdout)
