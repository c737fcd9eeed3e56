"""The unit as it is installed, under a real service manager, with its terminal."""

from glass import has_to_fail
from judge import Wrong
from till import payload

WAIT_ACTIVE = (
    "n=0; while [ \"$(systemctl is-active tilld)\" != active ]; do usleep 200000; n=$((n + 1)); "
    "[ $n -lt 300 ] || { systemctl status tilld | head -30; exit 1; }; done")
SHOW = "systemctl show tilld -p ActiveState -p SubState -p NRestarts -p ExecStopPost -p MainPID"
# A drop-in of the bed's own: without it the daemon is back before anybody has looked.
FOLDER = "/run/systemd/system/tilld.service.d"
STAY = f"printf '[Service]\\nRestart=no\\n' >{FOLDER}/stay.conf; systemctl daemon-reload"
LEAVE = f"rm {FOLDER}/stay.conf; systemctl daemon-reload"
# Without all that takes a dead picture away.
BLIND = (
    f"mkdir -p {FOLDER}; printf '[Service]\\nExecStopPost=\\nRestart=no\\nTTYReset=no\\nTTYVHangup=no\\n' "
    f">{FOLDER}/stay.conf; systemctl daemon-reload")


def main_process(stage):
    """The number of the daemon's process."""
    return stage.machine.do("systemctl show tilld -p MainPID --value").strip()


def unit(stage):
    """Started, killed and ended by a service manager."""
    machine, till, glass = stage.machine, stage.till, stage.glass
    with stage.case("a login prompt has the terminal") as note:
        machine.do(
            "n=0; while [ \"$(systemctl is-active getty@tty1)\" != active ]; do usleep 200000; n=$((n + 1)); "
            "[ $n -lt 300 ] || exit 1; done")
        glass.keep(machine.look(), "prompt")
        note(machine.do("systemctl --version").split("\n")[0])
    with stage.case("start") as note:
        machine.do(
            "mkdir -p /etc/systemd/system/tilld.service.d; cp /usr/share/tilld/systemd/console.conf "
            "/etc/systemd/system/tilld.service.d/; chown -R root:tilld /etc/tilld; chown tilld /etc/tilld/keys/*; "
            "systemctl daemon-reload; systemctl start tilld", 180)
        machine.do(WAIT_ACTIVE, 120)
        till.await_api()
        glass.forget()
        glass.await_meant("idle")
        if machine.do("systemctl is-active getty@tty1; true").strip() == "active":
            raise Wrong("the login prompt is still there")
        note("active, as the user tilld without privileges; the prompt is gone, idle as it was drawn")
    with stage.case("code") as note:
        order = stage.sell("2.20")
        glass.await_meant("code")
        note("as it was drawn")
    with stage.control("killed, without the unit's clearing") as note:
        machine.do(BLIND)
        machine.do(f"kill -9 {main_process(stage)}; sleep 3")
        has_to_fail("a dead code that was left on the glass", glass.has_none)
        note("the code stays")
    with stage.case("started again by hand") as note:
        machine.do(STAY)
        machine.do("systemctl reset-failed tilld; systemctl start tilld", 180)
        glass.forget()
        glass.await_code(payload(order), 90)
        note("the code is back")
    with stage.case("killed: ExecStopPost") as note:
        machine.do(f"kill -9 {main_process(stage)}")
        seconds = glass.await_none(20)
        glass.keep(machine.look(), "stopped")
        machine.do("sleep 2")
        seen = machine.look()
        glass.keep(seen, "stopped-later")
        shown = machine.do(SHOW)
        if "status=0" not in shown.split("ExecStopPost=")[1].split("\n")[0]:
            raise Wrong(f"the unit's clearing did not end with 0: {shown.strip()}")
        left = "one plain colour" if seen.is_plain() else "a picture"
        note(f"the code is gone {seconds:.1f} s after the kill; two seconds later it is {left}")
    with stage.case("killed, and started by the unit") as note:
        machine.do(LEAVE)
        machine.do("systemctl reset-failed tilld; systemctl start tilld", 180)
        glass.forget()
        glass.await_code(payload(order), 90)
        before = main_process(stage)
        machine.do(f"kill -9 {before}")
        gone = glass.await_none(20)
        back = glass.await_code(payload(order), 90)
        if main_process(stage) == before:
            raise Wrong("it is the same process")
        note(f"gone after {gone:.1f} s, the same code {back:.1f} s later")
    with stage.case("paid") as note:
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        note(f"as it was drawn; the slip is {till.printed(order['id'])}")
    with stage.case("stopped") as note:
        machine.do("systemctl stop tilld", 120)
        glass.await_none()
        glass.keep(machine.look(), "ended")
        machine.do("systemctl start getty@tty1; sleep 2")
        seen = machine.look()
        if seen.is_plain():
            raise Wrong("the login prompt did not come back: the terminal is not text")
        glass.keep(seen, "prompt-again")
        note("no code; a login prompt can be seen again")
    with stage.case("its log") as note:
        said = machine.do("journalctl -u tilld --no-pager -o cat | tail -n 400", 90)
        faults = [line for line in said.split("\n") if " error tilld" in line or "denied" in line]
        if faults:
            raise Wrong(f"it complained: {faults[0][:300]}")
        note(f"{len(said.splitlines())} lines, no error")
