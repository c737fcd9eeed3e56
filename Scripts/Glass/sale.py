"""A whole sale, and a hand that is put on the framebuffer."""

import time

from glass import has_to_fail
from judge import Wrong
from stage import check_slip, refuse_another_code
from till import payload


def sale(stage):
    """A whole sale: from the idle screen to the slip."""
    glass, till = stage.glass, stage.till
    with stage.case("start") as note:
        stage.begin()
        driver = stage.machine.do("cat /proc/fb").strip()
        if stage.mode.driver not in driver:
            raise Wrong(f"the framebuffer is {driver} and not {stage.mode.driver}")
        width, height = glass.size()
        bits = stage.machine.do("cat /sys/class/graphics/fb0/bits_per_pixel").strip()
        note(f"{driver}, {width} x {height}, {bits} bits: idle as it was drawn")
    with stage.case("code") as note:
        order = till.open("12.50")
        seconds = glass.await_code(payload(order))
        glass.await_meant("code")
        glass.keep(glass.found, "code")
        if not stage.mode.is_card:
            stage.machine.do("cat /dev/fb0 >/run/another")
        note(f"ZBar and ZXing read what the API gives, {seconds:.1f} s after the order")
    refuse_another_code(stage, order)
    with stage.case("paid") as note:
        slips = stage.printer.count()
        stage.pay(order)
        seconds = glass.await_none()
        glass.await_meant("paid", fresh=False)
        glass.keep(glass.found, "paid")
        note(f"paid as it was drawn, the code gone {seconds:.1f} s after the daemon knew")
    with stage.case("slip") as note:
        state = till.printed(order["id"])
        check_slip(stage, slips, order["id"])
        note(f"{state}; one slip, whose code ZBar and ZXing read as the order")
    with stage.case("idle again") as note:
        note(f"{glass.await_meant('idle'):.1f} s later")
    damage(stage)


def damage(stage):
    """Somebody else writes to the framebuffer: the judges see it, or the kernel keeps it away."""
    glass, machine, till = stage.glass, stage.machine, stage.till
    order = stage.sell("0.90")
    height = glass.size()[1]
    # All at once: of lines that are written one by one, the kernel shows nothing (WrittenLines.swift says why).
    words = (
        f"dd if=/dev/zero of=/dev/fb0 bs=$(($(cat /sys/class/graphics/fb0/stride) * {height // 4})) seek=1 count=1 "
        "conv=notrunc 2>/dev/null")
    if stage.mode.is_card:
        with stage.case("another program's framebuffer") as note:
            machine.do(words + "; sleep 1")
            glass.await_meant("code")
            note("what others write to /dev/fb0 is not seen")
    else:
        with stage.control("a damaged picture") as note:
            glass.await_meant("code")
            # It stands still meanwhile: one that is late with its picture would draw over the hole.
            machine.do("kill -STOP $(cat /run/tilld.pid); sleep 1")
            before = machine.look()
            machine.do(words)
            glass.wait(lambda: machine.look().pixels != before.pixels, "a hole")
            time.sleep(1)
            seen = machine.look()
            machine.do("kill -CONT $(cat /run/tilld.pid)")
            glass.keep(seen, "damaged")
            has_to_fail("a code with a hole", lambda: glass.has_code_whole(seen))
            meant = glass.meant("code")
            if meant and stage.mode.tolerance < 255:
                has_to_fail("a picture with a hole", lambda: glass.is_one_of(seen, meant))
            note("a quarter of it blackened: not read, and not what was drawn")
        with stage.case("the daemon reads its glass back") as note:
            seconds = glass.await_code(payload(order))
            glass.await_meant("code")
            note(f"drawn again after {seconds:.1f} s")
        with stage.case("another code on the glass") as note:
            machine.do("dd if=/run/another of=/dev/fb0 bs=$(stat -c %s /run/another) count=1 conv=notrunc 2>/dev/null")
            till.reach(order["id"], "needs_person")
            seconds = glass.await_none()
            glass.keep(machine.look(), "held")
            note(f"a person has to look, and the screen is clean after {seconds:.1f} s")
    with stage.case("given up") as note:
        status = machine.run(f"till order cancel {order['id']}", 90)[0]
        glass.await_none()
        glass.await_meant("idle")
        note(f"cancelled ({status}), then idle as it was drawn")
