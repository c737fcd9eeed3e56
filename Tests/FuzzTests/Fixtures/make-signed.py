#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the signed inputs of the corpus, with the secrets of the harness's till, for 2026-01-01.

Run it beside the folder `corpus`. Sources: RFC 9421, RFC 9530, Standard Webhooks 1.0.0.
"""
import base64, hashlib, hmac, pathlib

SECRET = b"an agreed secret that nobody knows"
WEBHOOK = b"a secret for notifies, which nobody knows"
PAYMENT = ('{"id":"pay_7","order_no":"01KDV4Y3ZQ8X5T2M7N6P9R0SVW","status":"paid",'
           '"amount":{"currency":"CNY","value":1250},"paid_amount":{"currency":"CNY","value":1250},'
           '"paid_at":"2026-01-01T07:59:58.5+08:00"}')


def code(key, text):
    return base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()


def digest(body):
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() + ":"


def write(path, text):
    file = pathlib.Path(__file__).parent / "corpus" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def notify(body):
    signature = "v1," + code(WEBHOOK, f"msg_1.1767225600.{body}")
    return f"POST\nwebhook-id: msg_1\nwebhook-timestamp: 1767225600\nwebhook-signature: {signature}\n\n{body}"


def reply(body, signed=200, said=200):
    asked = ('("@method" "@target-uri" "openpay-merchant");created=1767225600;expires=1767225900;'
             'nonce="AQEBAQEBAQEBAQEBAQEBAQ";keyid="key_1";alg="hmac-sha256";tag="openpay"')
    request = code(SECRET, '"@method": GET\n'
                   '"@target-uri": https://pay.example/v1/payments?order_no=01KDV4Y3ZQ8X5T2M7N6P9R0SVW\n'
                   f'"openpay-merchant": M-42\n"@signature-params": {asked}')
    answered = ('("@status" "content-digest" "signature";req);created=1767225600;keyid="platform_1";tag="openpay"')
    signature = code(SECRET, f'"@status": {signed}\n"content-digest": {digest(body)}\n'
                     f'"signature";req: sig1=:{request}:\n"@signature-params": {answered}')
    return (f"{said}\nContent-Digest: {digest(body)}\nSignature: answer=:{signature}:\n"
            f"Signature-Input: answer={answered}\n\n{body}")


write("notify/read-paid", notify('{"type":"payment.paid","data":' + PAYMENT + "}"))
write("notify/refused-changed", notify('{"type":"payment.paid","data":' + PAYMENT + "}").replace("1250", "9250"))
write("reply/read-paid", reply(PAYMENT))
write("reply/refused-status", reply(PAYMENT, said=201))
write("reply/refused-changed", reply(PAYMENT).replace('"value":1250', '"value":9250'))
