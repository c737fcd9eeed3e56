# SPDX-License-Identifier: Apache-2.0
"""Verifies a webhook with the PyPI package standardwebhooks, and says of what type it is."""
import datetime
import json
import sys

from standardwebhooks import webhooks

with open(sys.argv[1], encoding="utf-8") as file:
    asked = json.load(file)


class Clock(datetime.datetime):
    """Stands still at the time that the test names."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(asked["now"], tz=tz)


webhooks.datetime = Clock
try:
    message = webhooks.Webhook(asked["secret"]).verify(asked["body"], asked["fields"])
    print(message["type"])
except webhooks.WebhookVerificationError as error:
    print(f"refused: {error}")
