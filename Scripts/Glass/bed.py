"""Boots a real kernel for every screen, sells on it, and has the glass judged from outside.

usage: bed.py [--short] [--list] [--programs FOLDER] [--work FOLDER] [MODE...]

Prints a line for each case, with its seconds. Ends with 0 only if all came out as it must, and if in each machine
something that was wrong on purpose was found out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time

import console
import crash
import kernel
import modes
import power
import sale
import share
import unit
import usb
from acquirer import Acquirer
from glass import Glass
from judge import Wrong
from machine import Machine
from printer import Printer
from stage import Stage
from till import Till

SCENES = {
    "sale": sale.sale, "console": console.console, "switch": console.switch, "blank": console.blank,
    "timer": console.timer, "handover": console.handover, "kill": crash.kill, "usb": usb.usb, "power": power.power,
    "unit": unit.unit,
}
HERE = os.path.dirname(os.path.abspath(__file__))
DISK = 1 << 30


class Report:
    """What came out so far."""

    def __init__(self):
        self.passed, self.wrong, self.controls = 0, [], 0

    def case(self, mode, name, seconds, note="", wrong=None):
        """Tells one case."""
        if wrong is None:
            self.passed += 1
        else:
            self.wrong.append(f"{mode}: {name}")
        word = "ok   " if wrong is None else "WRONG"
        print(f"{word} {mode:<12}{seconds:7.1f} s  {name}: {note if wrong is None else wrong}", flush=True)


def play(mode, bed, kernel_files, acquirer, report, short):
    """Everything on one screen, in a machine of its own; whether it could be begun."""
    folder = os.path.join(bed, mode.name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    disk = os.path.join(folder, "disk")
    with open(disk, "wb") as file:
        file.truncate(DISK)
    subprocess.run(["mkfs.ext4", "-q", "-F", disk], check=True)
    printer = Printer(folder)
    machine = Machine(
        mode, kernel_files, os.path.join(bed, "base.cpio"), folder, os.path.join(bed, "share"), disk, acquirer.port,
        printer.path)
    controls = report.controls
    began = time.monotonic()
    try:
        seconds = machine.boot()
        report.case(mode.name, "boot", seconds, note=mode.about)
        till = Till(machine, mode, acquirer)
        glass = Glass(machine, mode, folder)
        till.prepare(glass.size())
        stage = Stage(machine, mode, till, glass, printer, acquirer, report)
        for name in mode.short if short else mode.scenes:
            SCENES[name](stage)
    except (Wrong, OSError, LookupError, ValueError) as wrong:
        # A case has told it already, unless it came between two.
        if not report.wrong or not report.wrong[-1].startswith(mode.name + ": "):
            report.case(mode.name, "between two cases", time.monotonic() - began, wrong=repr(wrong))
        leave_log(machine, folder)
    finally:
        if hasattr(machine, "process"):
            machine.cut()
    if report.controls == controls:
        why = "nothing that is wrong on purpose was found out: it proves nothing"
        report.case(mode.name, "control", 0.0, wrong=why)
    os.remove(disk)
    print(f"      {mode.name:<12}{time.monotonic() - began:7.1f} s  in all", flush=True)


def leave_log(machine, folder):
    """Leaves what the daemon has said, for whoever looks for the fault."""
    try:
        said = machine.run("cat /run/tilld.log; journalctl -u tilld --no-pager 2>/dev/null", 30)[1]
        with open(os.path.join(folder, "tilld.log"), "wb") as file:
            file.write(said)
    except (Wrong, OSError):
        pass


def chosen(names):
    """Modes by their names."""
    known = {mode.name: mode for mode in modes.ALL}
    for name in names:
        if name not in known:
            sys.exit(f"there is no mode \"{name}\": these are {', '.join(known)}")
    return [known[name] for name in names] or list(modes.ALL)


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--programs")
    parser.add_argument("--work", default=".build-glass")
    parser.add_argument("modes", nargs="*")
    said = parser.parse_args()
    picked = chosen(said.modes)
    if said.list:
        for mode in picked:
            print(f"{mode.name:<12}{mode.about}")
        return 0
    bed = os.path.abspath(said.work)
    os.makedirs(bed, exist_ok=True)
    began = time.monotonic()
    kernel_files = kernel.fetch(os.path.join(bed, "kernel"))
    share.make(os.path.join(bed, "share"), said.programs)
    share.base(os.path.join(bed, "base.cpio"), shutil.which("busybox"), HERE)
    shutil.rmtree(os.path.join(bed, "sandbox"), ignore_errors=True)
    acquirer = Acquirer(said.programs, os.path.join(bed, "sandbox"))
    print(f"      everything is ready after {time.monotonic() - began:.1f} s", flush=True)
    report = Report()
    try:
        for mode in picked:
            play(mode, bed, kernel_files, acquirer, report, said.short)
    finally:
        acquirer.end()
    print(
        f"{report.passed} cases as they must be, {report.controls} of them controls that were found out, "
        f"{len(report.wrong)} wrong, in {time.monotonic() - began:.0f} s; pictures are in {said.work}")
    for wrong in report.wrong:
        print(f"wrong: {wrong}")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
