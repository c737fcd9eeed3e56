# SPDX-License-Identifier: Apache-2.0
"""What Schemathesis cannot know of the daemon by openapi.yaml alone."""

import itertools

import schemathesis

# A body that is what the file says, and cannot be carried out: what it names is not there, or does not fit.
KNOWN = {
    "idempotency_conflict", "no_such_account", "unknown_currency", "invalid_amount", "refund_exceeds",
    "decision_does_not_fit", "target_refused",
}
# Values that are refused for where they come from or for what they are about, not for what they are.
KNOWN_FIELDS = {"folder", "amount.currency"}
# Of webhooks: types of events that a daemon knows, and events that its ledger has.
KNOWN_OF_WEBHOOKS = {"events", "after", "message"}


def written(value):
    """JSON Schema takes 51.0 for an integer, and the daemon wants integers without a point."""
    if isinstance(value, dict):
        return {name: written(part) for name, part in value.items()}
    if isinstance(value, list):
        return [written(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


@schemathesis.hook
def map_body(context, body):
    return written(body)


sales = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Along links a sale is one that this shop can sell, so that there is something to follow.

    What it cannot sell is asked for in the other phases.
    """
    if case.meta is None or case.meta.phase.name.value.lower() != "stateful":
        return
    if case.operation.label == "POST /v1/orders" and case.meta.generation.mode.is_positive:
        case.body = {"amount": {"decimal": "12.50", "currency": "CNY"}}
        case.headers["Idempotency-Key"] = f"sale-{next(sales)}"


@schemathesis.check
def refusal_is_known(ctx, response, case):
    """A request that is as the file says is refused by a word that does not blame it."""
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive or response.status_code not in (400, 422):
        return
    problem = response.json()
    if problem["code"] in KNOWN or problem.get("field") in KNOWN_FIELDS:
        return
    if case.operation.path.startswith("/v1/webhooks") and problem.get("field") in KNOWN_OF_WEBHOOKS:
        return
    raise AssertionError(f"what the file allows is refused with {problem['code']}: {problem['detail']}")


@schemathesis.check
def problem_is_whole(ctx, response, case):
    """Every refusal has a code, and its status is that of the answer."""
    if response.status_code < 400 or case.method.upper() == "HEAD":
        return
    problem = response.json()
    assert problem["status"] == response.status_code, problem
    assert problem["detail"] and not problem["detail"].endswith("."), problem
    assert response.headers["content-type"][0] == "application/problem+json", response.headers


@schemathesis.check
def nothing_is_left_open_to_browsers(ctx, response, case):
    """No answer lets a page of another origin in, or be guessed at."""
    names = {name.lower() for name in response.headers}
    assert not any(name.startswith("access-control") for name in names), names
    assert {"content-security-policy", "x-content-type-options", "cache-control"} <= names, names
