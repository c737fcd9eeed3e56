"""A machine that is up, all that plays on it, and cases that are told."""

from contextlib import contextmanager
import time

from glass import has_to_fail
from judge import Wrong
from till import payload


class Stage:
    """A machine that is up, and all that plays on it."""

    def __init__(self, machine, mode, till, glass, printer, acquirer, report):
        self.machine, self.mode, self.till, self.glass = machine, mode, till, glass
        self.printer, self.acquirer, self.report = printer, acquirer, report
        till.meanwhile = glass.look

    @contextmanager
    def case(self, name):
        """One case: told with its time when it is over, and marked as wrong if it is."""
        note = []
        began = time.monotonic()
        try:
            yield note.append
        except (Wrong, OSError, LookupError, ValueError) as wrong:
            # What nobody thought of is wrong as well.
            why = str(wrong) if isinstance(wrong, Wrong) else repr(wrong)
            self.report.case(self.mode.name, name, time.monotonic() - began, wrong=why)
            raise Wrong(why) from wrong
        self.report.case(self.mode.name, name, time.monotonic() - began, note="; ".join(note))

    @contextmanager
    def control(self, name):
        """As a case, for something that has to be found out."""
        with self.case(f"control: {name}") as note:
            yield note
        self.report.controls += 1

    def sell(self, amount):
        """Opens a sale, and waits until its code can be read from the glass."""
        order = self.till.open(amount)
        self.glass.await_code(payload(order))
        return order

    def pay(self, order):
        """Pays, and waits until everybody knows."""
        self.glass.mark()
        self.acquirer.pay(payload(order))
        return self.till.reach(order["id"], "paid")

    def begin(self):
        """Starts the daemon, and waits for its idle screen."""
        self.till.start()
        self.glass.forget()
        self.glass.await_meant("idle")


def refuse_another_code(stage, order):
    """A control: the judges tell the code of an order from another one."""
    with stage.control("another order's code") as note:
        own = payload(order)
        other = own[:-1] + ("A" if own[-1] != "A" else "B")
        has_to_fail("a code that is not the order's", lambda: stage.glass.shows(other))
        note("refused")


def check_slip(stage, before, order):
    """One more slip lies there, and its code is the order."""
    if stage.printer.count() != before + 1:
        raise Wrong(f"{stage.printer.count() - before} slips came out and not one")
    found = stage.printer.codes(before)
    if any(codes != [order] for codes in found.values()):
        raise Wrong(f"the slip of {order} reads {found}")


def refuse_another_slip(stage, before):
    """A control: the judges tell the slip of an order from that of another one."""
    def is_its_own():
        try:
            check_slip(stage, before, "another")
        except Wrong:
            return False
        return True

    with stage.control("another order's slip") as note:
        has_to_fail("a slip that is not the order's", is_its_own)
        note("refused")
