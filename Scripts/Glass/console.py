"""What else has to do with the screen: the console, other terminals, the dark, and another driver."""

import time

from glass import has_to_fail
from judge import Wrong
from stage import refuse_another_code
from till import payload


# Sixty lines from one who logs in, and a message that the kernel prints on every console.
NOISE = (
    "n=0; while [ $n -lt 60 ]; do echo $n login noise noise noise noise noise noise noise noise noise noise noise; "
    "n=$((n + 1)); done >/dev/tty1; echo '<0>the machine is on fire' >/dev/kmsg; sleep 1")


def console(stage):
    """What the console writes is not seen while the daemon has the screen."""
    glass, machine = stage.glass, stage.machine
    with stage.control("console noise without a daemon") as note:
        stage.till.end("TERM")
        machine.do("echo 'till login:' >/dev/tty1; sleep 1")
        before = machine.look()
        machine.do(NOISE)
        has_to_fail("a console that is written to", lambda: machine.look().pixels == before.pixels)
        glass.keep(machine.look(), "noise")
        note("it is seen, and the terminal was given back as text")
    with stage.case("console noise") as note:
        stage.begin()
        order = stage.sell("3.20")
        machine.do("dmesg -n 8")
        for _ in range(2):
            machine.do(NOISE)
            glass.await_meant("code")
            glass.await_code(payload(order))
        machine.do("dmesg -n 4")
        note("120 lines, kernel messages and a cursor: not one pixel")
    with stage.case("the sale behind it") as note:
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        note("paid as it was drawn")


def switch(stage):
    """Somebody switches to another terminal and back."""
    glass, machine, till = stage.glass, stage.machine, stage.till
    with stage.case("switched away") as note:
        if not till.is_up():
            stage.begin()
        machine.do("setsid openvt -c 2 -- sh -c 'echo another terminal; sleep 100000' >/dev/null 2>&1; sleep 1")
        order = stage.sell("4.40")
        machine.press("ctrl", "alt", "f2")
        seconds = glass.await_none()
        if machine.do("cat /sys/class/tty/tty0/active").strip() != "tty2":
            raise Wrong("the terminal was not switched")
        note(f"the code is gone after {seconds:.1f} s")
    with stage.case("nothing is drawn over the other terminal") as note:
        machine.do("printf '\\033[?25l' >/dev/tty2; sleep 1")
        before = machine.look()
        if not glass.same_for(4, before):
            raise Wrong(f"something was drawn over it, see {glass.keep(machine.look(), 'overdrawn')}")
        detail = {display["id"]: display for display in till.ask("/v1/health")["displays"]}["payer"]
        if detail["detail"] is None:
            raise Wrong("health says nothing of the screen that nobody sees")
        note(f"4 s of a countdown, and not one pixel; health says {detail['state']}: {detail['detail']}")
    with stage.case("switched back") as note:
        machine.press("ctrl", "alt", "f1")
        seconds = glass.await_code(payload(order))
        glass.await_meant("code")
        note(f"the code is there after {seconds:.1f} s, as it was drawn")
    with stage.case("paid behind another terminal") as note:
        machine.press("ctrl", "alt", "f2")
        glass.await_none()
        stage.pay(order)
        time.sleep(1)
        machine.press("ctrl", "alt", "f1")
        # What was paid is shown for some seconds; the picture is of now, not of then.
        glass.wait(lambda: glass.is_meant("paid") or glass.is_meant("idle"), "the screen of now")
        if not glass.has_none():
            raise Wrong("the code of a paid sale came back")
        note("back on it is the screen of now")
    with stage.case("switched by a program") as note:
        machine.do("timeout 20 chvt 2; sleep 1; timeout 20 chvt 1")
        glass.await_meant("idle")
        note("chvt there and back: idle as it was drawn")


def blank(stage):
    """The panel goes dark under a code, and the next news wakes it."""
    glass, machine, till = stage.glass, stage.machine, stage.till
    with stage.case("a dark panel wakes for what is new") as note:
        if not till.is_up():
            stage.begin()
        order = stage.sell("5.60")
        status, said = machine.run("echo 4 > /sys/class/graphics/fb0/blank")
        if status != 0:
            note(f"this driver cannot be darkened: {said.decode(errors='replace').strip().split(': ')[-1]}")
        else:
            if stage.mode.darkens:
                glass.wait(lambda: machine.look().is_dark(), "a dark screen", 10)
            note("darkened; then paid, as it was drawn" if stage.mode.darkens else "paid, as it was drawn")
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        if not glass.has_none():
            raise Wrong("the code is still there")


def timer(stage):
    """The console blanks itself after a while in which nobody types."""
    glass, machine = stage.glass, stage.machine
    with stage.control("a console that nobody uses") as note:
        # Wakes it, and has its time run.
        machine.do(r"printf '\033[13]till login: ' >/dev/tty1; sleep 1")
        has_to_fail("a console with a prompt", lambda: machine.look().is_plain())
        seconds = glass.wait(lambda: machine.look().is_plain(), "a console that went dark", 20)
        note(f"it goes dark after {seconds:.1f} s")
    with stage.case("started on a dark screen") as note:
        stage.begin()
        note("it is woken: idle as it was drawn")
    with stage.case("a code that nobody touches") as note:
        order = stage.sell("1.50")
        end = time.monotonic() + 12
        while time.monotonic() < end:
            if not glass.shows(payload(order)):
                raise Wrong(f"it went dark, see {glass.keep(machine.look(), 'dark')}")
        note("12 s, three times as long as the console waits: read all the time")


def handover(stage):
    """Another driver takes the screen over under a code, with another size."""
    glass, machine, till = stage.glass, stage.machine, stage.till
    with stage.case("start") as note:
        stage.begin()
        note(machine.do("cat /proc/fb").strip())
    order = stage.sell("2.60")
    refuse_another_code(stage, order)
    with stage.case("another driver") as note:
        before = glass.size()
        machine.do("while read -r module; do insmod $module || exit 1; done </modules/later")
        glass.wait(lambda: glass.size() != before, "another size", 20)
        seconds = glass.await_code(payload(order))
        driver = machine.do("cat /proc/fb").strip()
        glass.keep(machine.look(), "handed-over")
        note(f"{driver}, {before} before and {glass.size()} now; the code is there {seconds:.1f} s later")
    with stage.case("paid") as note:
        stage.pay(order)
        note(f"the code is gone {glass.await_none():.1f} s later")
    with stage.case("the next sale") as note:
        order = stage.sell("2.70")
        stage.pay(order)
        glass.await_none()
        till.end("TERM")
        note("on the new one from the start")
