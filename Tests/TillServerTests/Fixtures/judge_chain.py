# SPDX-License-Identifier: Apache-2.0
"""Recomputes the hashes of a file of evidence from its rows alone, with nothing but Python's own library.

Usage: judge_chain.py FILE. Prints one line of JSON; ends with 1 if a row does not give its hash.
"""
import base64
import hashlib
import json
import struct
import sys


def payload(path):
    text = json.load(open(path))["payload"]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def digest(row):
    data = bytes.fromhex(row["before"])
    for name in ("seq", "at", "wall", "boot"):
        data += struct.pack(">q", row[name])
    for name in ("by", "order", "entry", "status"):
        if row[name] is None:
            data += struct.pack(">q", -1)
        else:
            field = row[name].encode()
            data += struct.pack(">q", len(field)) + field
    return hashlib.sha256(data).hexdigest()


said = payload(sys.argv[1])
rows = said["rows"]
good = [digest(row) == row["chain"] for row in rows]
linked = [b["before"] == a["chain"] for a, b in zip(rows, rows[1:]) if b["seq"] == a["seq"] + 1]
notifies = [base64.b64decode(n["raw"]).decode("latin-1") for n in said["notifies"]]
print(json.dumps({
    "rows": len(rows), "good": sum(good), "linked": sum(linked), "pairs": len(linked),
    "head": said["head"]["chain"] == rows[-1]["chain"], "order": said["order"]["id"], "notifies": notifies,
    "last": said["explanation"][-1]["text"],
}))
sys.exit(0 if all(good) and all(linked) else 1)
