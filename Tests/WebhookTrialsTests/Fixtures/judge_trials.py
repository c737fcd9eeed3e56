# SPDX-License-Identifier: Apache-2.0
"""Says of messages whether the PyPI package standardwebhooks takes or refuses them, a line each."""
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
hook = webhooks.Webhook(asked["secret"])
for message in asked["messages"]:
    try:
        hook.verify(message["body"], message["fields"])
        print("taken")
    except webhooks.WebhookVerificationError:
        print("refused")
