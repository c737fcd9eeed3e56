#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the golden exchanges beside it: a second reading of OpenPay, RFC 9421 and RFC 9530.

Needs the PyPI package cryptography. The merchant's key is test-key-ed25519 of RFC 9421, appendix B.1.4.
"""
import base64, csv, hashlib, io, json, pathlib
from cryptography.hazmat.primitives.serialization import load_der_private_key

MERCHANT = load_der_private_key(
    base64.b64decode("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF"), None)
PLATFORM = load_der_private_key(
    base64.b64decode("MC4CAQAwBQYDK2VwBCIEIOX9q9U/UNekr3pHBQEK3FSQYRaKztFTqIycVx9VeMpc"), None)
NOW = 1767225600
ORDER = "01KDV4Y3ZQ8X5T2M7N6P9R0SVW"
REFUND = "01KDV5B7C9D1E3F5G7H9J1K3MN"
BASE = "https://pay.example/v1"
CNY = lambda value: {"currency": "CNY", "value": value}


def b64(data):
    return base64.b64encode(data).decode()


def digest(body):
    return "sha-256=:" + b64(hashlib.sha256(body).digest()) + ":"


def request(trip, method, path, key=None, content=None, accept="application/json"):
    body = b"" if content is None else json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    fields = {"Accept": accept + ", application/problem+json", "OpenPay-Merchant": "M-42"}
    base = [('"@method"', method), ('"@target-uri"', BASE + path)]
    if body:
        fields["Content-Type"] = "application/json"
        fields["Content-Digest"] = digest(body)
        base.append(('"content-digest"', fields["Content-Digest"]))
    if key:
        fields["Idempotency-Key"] = key
        base.append(('"idempotency-key"', key))
    base.append(('"openpay-merchant"', "M-42"))
    nonce = base64.urlsafe_b64encode(bytes([trip]) * 16).decode().rstrip("=")
    parameters = "(%s);created=%d;expires=%d;nonce=\"%s\";keyid=\"key_1\";alg=\"ed25519\";tag=\"openpay\"" % (
        " ".join(name for name, _ in base), NOW, NOW + 300, nonce)
    sign(fields, MERCHANT, base, parameters)
    return {"line": f"{method} {BASE}{path}", "fields": fields, "body": body}


def reply(asked, status, content):
    problem = status >= 400
    if problem:
        content = {"type": "urn:openpay:problem:" + content["code"], "title": "no", "status": status, **content,
                   "server_time": "2026-01-01T00:00:00.000Z"}
    is_csv = isinstance(content, str)
    body = content.encode() if is_csv else json.dumps(content, ensure_ascii=False, indent=1).encode()
    kind = "text/csv; charset=utf-8; header=present" if is_csv else "application/json"
    fields = {"Content-Type": "application/problem+json" if problem else kind,
              "Content-Digest": digest(body)}
    base = [('"@status"', str(status)), ('"content-digest"', fields["Content-Digest"]),
            ('"signature";req', asked["fields"]["Signature"])]
    parameters = "(%s);created=%d;keyid=\"platform_1\";alg=\"ed25519\";tag=\"openpay\"" % (
        " ".join(name for name, _ in base), NOW)
    sign(fields, PLATFORM, base, parameters, label="answer")
    return {"line": str(status), "fields": fields, "body": body}


def sign(fields, key, base, parameters, label="sig1"):
    text = "\n".join(f"{name}: {value}" for name, value in base + [('"@signature-params"', parameters)])
    fields["Signature-Input"] = f"{label}={parameters}"
    fields["Signature"] = f"{label}=:{b64(key.sign(text.encode()))}:"


def write(name, about, asked, status, content):
    def part(message):
        head = "\n".join([message["line"]] + [f"{name}: {value}" for name, value in sorted(message["fields"].items())])
        return head + "\n\n" + message["body"].decode()
    text = f"# {about}. OpenPay, made by make-exchanges.py for 2026-01-01.\n" + part(asked) \
        + "\n----------\n" + part(reply(asked, status, content)) + "\n"
    pathlib.Path(__file__).with_name(name + ".exchange").write_text(text)


def payment(status, **more):
    return {"id": "pay_7", "order_no": ORDER, "status": status, "amount": CNY(1250), "refunded": 0, "version": 3, **more}


def refund(status):
    return {"id": "ref_1", "refund_no": REFUND, "payment": "pay_7", "status": status, "amount": CNY(250), "version": 1}


def statement(*lines):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["kind", "order_no", "payment_id", "refund_no", "refund_id", "amount", "currency", "at"])
    writer.writerows(lines)
    return text.getvalue()


CREATE = {"order_no": ORDER, "amount": CNY(1250), "subject": "茶 / tea \"large\"", "flow": "show_code",
          "expires_at": "2026-01-01T00:05:00.000Z", "notify_url": "https://shop.example/notify/main",
          "terminal": {"id": "T-0001", "fingerprint": "f00d", "store": "Corner Tea"}}
code = "https://qr.example/p/7?a=b&c=%E8%8C%B6"
ask = lambda trip: request(trip, "GET", "/payments?order_no=" + ORDER)
create = lambda trip: request(trip, "POST", "/payments", ORDER + "-create", CREATE)
close = lambda trip: request(trip, "POST", "/payments/pay_7/close", "pay_7-close")
give = lambda trip: request(trip, "POST", "/payments/pay_7/refunds", REFUND + "-refund",
                            {"refund_no": REFUND, "amount": CNY(250)})

write("create", "a code comes back", create(1), 201,
      payment("created", code=code, expires_at="2026-01-01T08:05:00+08:00"))
write("create-refused", "over a limit", create(1), 422,
      {"code": "amount_limit", "outcome": "not_done", "detail": "at most 10.00 a sale"})
write("query-waiting", "the payer has the phone out", ask(1), 200, payment("pending", code=code))
write("query-paid", "paid with one unit too much", ask(1), 200,
      payment("paid", paid_amount=CNY(1251), paid_at="2026-01-01T07:59:58.5+08:00", payer="wallet ***42"))
write("query-not-found", "no such payment", ask(1), 404, {"code": "not_found", "outcome": "not_done"})
write("close", "it takes no more money", close(2), 200, payment("closed"))
write("close-made", "made only to be closed", create(2), 201, payment("created", code=code))
write("close-made-closed", "it takes no more money", close(3), 200, payment("closed"))
write("refund", "money is on its way back", give(1), 201, refund("pending"))
write("refund-refused", "more than is left", give(1), 409,
      {"code": "refund_exceeds", "outcome": "not_done", "detail": "200 minor units are left to refund"})
write("refund-query", "the money is back", request(1, "GET", "/refunds?refund_no=" + REFUND), 200, refund("done"))

day = lambda: request(1, "GET", "/statements/2025-12-31", accept="text/csv")
write("statement", "a sale, another one's sale, and money back", day(), 200, statement(
    ["payment", ORDER, "pay_7", "", "", 1250, "CNY", "2025-12-31T09:30:00.001Z"],
    ["payment", "SOMEBODY-1", "pay_8", "", "", 1000000000000, "JPY", "2025-12-31T17:30:00+08:00"],
    ["refund", ORDER, "pay_7", "console_1", "ref_9", 250, "CNY", "2025-12-31T23:59:59.999Z"]))
write("statement-empty", "a day without a sale", day(), 200, statement())
write("statement-not-yet", "too early", day(), 404,
      {"code": "not_found", "outcome": "not_done", "retry_after_ms": 599000,
       "detail": "the statement of 2025-12-31 is ready at 2026-01-01T00:10:00Z"})
