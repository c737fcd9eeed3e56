"""A daemon that is killed, cleared up after, started again, and ended in order."""

import time

from console import NOISE
from glass import has_to_fail
from judge import Wrong
from stage import check_slip
from till import payload


def kill(stage):
    """The daemon is killed under a code: cleared by another process, and started again."""
    glass, machine, till = stage.glass, stage.machine, stage.till
    with stage.case("killed") as note:
        if not till.is_up():
            stage.begin()
        order = stage.sell("6.70")
        till.end("KILL")
        if stage.mode.is_card:
            seconds = glass.await_none()
            note(f"the kernel took the picture away after {seconds:.1f} s")
    if not stage.mode.is_card:
        with stage.control("killed and not cleared") as note:
            time.sleep(2)
            has_to_fail("a dead code that was left on the glass", glass.has_none)
            glass.keep(machine.look(), "left")
            note("the code stays on the glass, and is seen there")
    with stage.case("cleared") as note:
        status, said, seconds = till.clear()
        if status != 0:
            raise Wrong(f"tilld display clear ended with {status}: {said}")
        after = glass.await_none(5)
        glass.keep(machine.look(), "cleared")
        note(f"no code {after:.1f} s after it ended; it took {seconds:.1f} s, and said: {said or 'nothing'}")
    with stage.case("started again") as note:
        till.start()
        glass.forget()
        glass.await_code(payload(order))
        glass.await_meant("code")
        note("the code is back, and it is the same order's")
    with stage.case("killed, and started without being cleared") as note:
        till.end("KILL")
        till.start()
        glass.forget()
        glass.await_code(payload(order))
        slips = stage.printer.count()
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        state = till.printed(order["id"])
        check_slip(stage, slips, order["id"])
        note(f"the code again, then paid; one slip, {state}")
    with stage.case("ended in order") as note:
        till.end("TERM")
        glass.await_none()
        machine.do("echo 'till login:' >/dev/tty1")
        before = machine.look()
        machine.do(NOISE)
        glass.wait(lambda: machine.look().pixels != before.pixels, "a console that is written to", 10)
        note("no code, and the terminal is text again")
