# SPDX-License-Identifier: Apache-2.0
"""Signs or verifies a notification with the PyPI package standardwebhooks: JSON in, JSON out."""
import datetime
import json
import sys

from standardwebhooks import webhooks

asked = json.load(sys.stdin)


class Clock(datetime.datetime):
    """Stands still at the time that the test names."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(asked["now"], tz=tz)


webhooks.datetime = Clock
hook = webhooks.Webhook(asked["secret"])
if asked["work"] == "sign":
    at = datetime.datetime.fromtimestamp(asked["now"], tz=datetime.timezone.utc)
    json.dump({"signature": hook.sign(asked["id"], at, asked["body"])}, sys.stdout)
else:
    try:
        hook.verify(asked["body"], asked["fields"], json_parse=False)
        json.dump({"verified": True}, sys.stdout)
    except webhooks.WebhookVerificationError as error:
        json.dump({"refused": str(error)}, sys.stdout)
