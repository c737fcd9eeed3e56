"""The power fails: while a code is up, and while a paid sale is on the screen. Nobody does more than switch on."""

import time

from judge import Wrong
from stage import refuse_another_code
from till import payload


def restart(stage):
    """Cuts the power, switches it on again, and lets the daemon start as a machine does by itself."""
    stage.machine.cut()
    seconds = stage.machine.boot()
    stage.till.prepare(stage.glass.size())
    stage.till.start()
    stage.glass.forget()
    return seconds


def power(stage):
    """Three cuts, and what the payer sees after each."""
    glass, till = stage.glass, stage.till
    with stage.case("start") as note:
        stage.begin()
        note("idle as it was drawn")
    with stage.case("cut under a code") as note:
        order = stage.sell("7.10")
        seconds = restart(stage)
        after = glass.await_code(payload(order), 90)
        glass.await_meant("code")
        note(f"up after {seconds:.1f} s; the same code {after:.1f} s later")
    refuse_another_code(stage, order)
    with stage.case("cut under a paid sale") as note:
        slips = stage.printer.count()
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        paid = time.monotonic()
        glass.keep(glass.found, "paid")
        restart(stage)
        # The paid screen has its seconds; it is never a code, and never another word than that of a paid sale.
        glass.wait(lambda: glass.is_meant("paid") or glass.is_meant("idle"), "paid, or idle when its time is over", 90)
        watch(stage, 3)
        if till.order(order["id"])["status"] != "paid":
            raise Wrong("the sale is not paid any more")
        note(f"{time.monotonic() - paid:.1f} s after it was paid: paid, and the right screen without a person")
    with stage.case("the slip of that sale") as note:
        state = till.printed(order["id"], 150)
        check_slips(stage, slips, order["id"], state, note)
    with stage.case("cut while nobody looks, paid meanwhile") as note:
        order = stage.sell("8.30")
        slips = stage.printer.count()
        stage.machine.cut()
        stage.acquirer.pay(payload(order))
        seconds = stage.machine.boot()
        till.prepare(glass.size())
        till.start()
        glass.forget()
        till.reach(order["id"], "paid", 120)
        watch(stage, 2)
        state = till.printed(order["id"], 150)
        check_slips(stage, slips, order["id"], state, note)
        note("paid without a person")
    with stage.case("ended in order") as note:
        glass.await_meant("idle")
        till.end("TERM")
        note("idle, then gone")


def watch(stage, seconds):
    """No code may be seen for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not stage.glass.has_none():
            raise Wrong(f"a code that nobody shall pay, see {stage.glass.keep(stage.machine.look(), 'dead-code')}")


def check_slips(stage, before, order, state, note):
    """One slip came out for an order, or a further one that says what it is."""
    numbers = range(before, stage.printer.count())
    if not numbers:
        raise Wrong(f"no slip came out, and the daemon says {state}")
    marked = [number for number in numbers if "DUPLICATE" in stage.printer.words(number)]
    if len(numbers) - len(marked) > 1:
        raise Wrong(f"{len(numbers)} slips came out, and {len(marked)} of them are marked")
    for number in numbers:
        found = stage.printer.codes(number)
        if any(codes != [order] for codes in found.values()):
            raise Wrong(f"the slip of {order} reads {found}")
    note(f"{len(numbers)} slip, {len(marked)} of them marked; the daemon says {state}")
