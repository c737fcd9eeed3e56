"""Says at the end of a run which tests failed, where and why.

A run prints thousands of lines, and whoever looks at its end (CI keeps no more) would see only how many failed.
Reads the event stream of Swift Testing (a JSON object a line); known issues are none.
"""
import json
import sys


def records(path):
    """Each record's kind and payload; a last line that was cut off, of a run that was killed, is left out."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            try:
                record = json.loads(line)
            except json.JSONDecodeError:
                continue
            yield record["kind"], record["payload"]


def told(path):
    """Of each issue that is not known: the test, where it was found and its message; then what did not end."""
    names, under_way = {}, {}
    for kind, payload in records(path):
        of = payload.get("testID")
        if kind == "test":
            names[payload["id"]] = payload.get("displayName") or payload["name"]
        elif payload["kind"] == "issueRecorded" and not payload["issue"].get("isKnown"):
            place = payload["issue"].get("sourceLocation") or {}
            yield f"FAILED {names.get(of, of)}\n  at {place.get('fileID', '?')}:{place.get('line', '?')}"
            for message in payload.get("messages", []):
                yield "  " + message["text"].replace("\n", "\n  ")
        elif payload["kind"] == "testStarted":
            under_way[of] = names.get(of, of)
        elif payload["kind"] in ("testEnded", "testSkipped"):
            under_way.pop(of, None)
    for name in under_way.values():
        yield f"NOT ENDED {name}"


try:
    for line in told(sys.argv[1]):
        print(line)
except OSError as error:
    print(f"no record of the run: {error}")
