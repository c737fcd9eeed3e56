"""What is on the glass, against what the daemon meant and what the API says."""

import os
import time

import judge
import picture
from judge import Wrong

# How long something may take to be seen.
SOON = 40


class Glass:
    """The screen of a machine, as those see it who stand before it."""

    def __init__(self, machine, mode, folder):
        self.machine, self.mode, self.folder = machine, mode, folder
        self.kept = {}
        self.number = 0
        self.recent = []
        # What was seen as it was drawn when that was last waited for.
        self.found = None
        # The last picture that was read, and what was read.
        self.read = None

    def look(self):
        """What one sees on it now; remembered, because some screens stay for seconds only."""
        seen = self.machine.look()
        if not self.recent or self.recent[-1].pixels != seen.pixels:
            self.recent.append(seen)
            del self.recent[:-24]
        return seen

    def mark(self):
        """Forgets what was seen so far."""
        self.recent = []

    def keep(self, seen, words):
        """Leaves a picture for people to look at."""
        self.number += 1
        return seen.save(os.path.join(self.folder, f"{self.number:02}-{words}.png"))

    def size(self):
        """How many pixels it has."""
        seen = self.machine.look()
        return seen.width, seen.height

    # Codes

    def codes(self, seen=None):
        """The codes on it, by each reader."""
        seen = seen or self.look()
        if self.read is None or self.read[0].pixels != seen.pixels:
            self.read = seen, judge.codes(seen.save(os.path.join(self.folder, "seen.png")))
        return self.read[1]

    def shows(self, code, seen=None):
        """Whether both readers find this code, and no other."""
        return all(found == [code] for found in self.codes(seen).values())

    def has_none(self, seen=None):
        """Whether no reader finds any."""
        return not any(self.codes(seen).values())

    def has_code_whole(self, seen=None):
        """Whether both readers find some code."""
        return all(self.codes(seen).values())

    def await_code(self, code, patience=SOON):
        """Waits until both readers find a code; the seconds that took."""
        return self.wait(lambda: self.shows(code), f"the code {code}", patience)

    def await_none(self, patience=SOON):
        """Waits until no reader finds a code; the seconds that took."""
        return self.wait(self.has_none, "a screen without a code", patience)

    def wait(self, is_so, words, patience=SOON):
        """Waits until something is so; the seconds that took."""
        patience *= self.machine.slowness
        began = time.monotonic()
        while not is_so():
            if time.monotonic() - began > patience:
                path = self.keep(self.machine.look(), "wrong")
                raise Wrong(f"{words} was not seen within {patience:.0f} s but {self.codes()}, see {path}")
            time.sleep(0.1)
        return time.monotonic() - began

    # Pictures

    def meant(self, label):
        """The last pictures of a kind that the daemon drew, newest first."""
        names = self.machine.run("ls -r /run/tilld/meant")[1].decode().split()
        names = [name for name in names[:24] if name.split("-", 1)[-1] == f"{label}.png"]
        found = []
        for name in names[:4]:
            if name not in self.kept:
                try:
                    self.kept[name] = picture.read_png(self.machine.get("/run/tilld/meant/" + name))
                except Wrong:
                    continue
            found.append(self.kept[name])
        return found

    def forget(self):
        """Forgets the pictures of a daemon that was before this one."""
        self.kept = {}
        self.mark()

    def is_meant(self, label):
        """Whether one of the last pictures that the daemon drew is on it, pixel by pixel."""
        return self.is_one_of(self.look(), self.meant(label))

    def is_one_of(self, seen, meant):
        """Whether a picture is one of some, as far as the panel has their colours."""
        return any(seen.is_like(one, self.mode.tolerance) for one in meant)

    def await_meant(self, label, patience=SOON, fresh=True):
        """Waits until a picture of a kind is on it just as it was drawn; the seconds that took.

        A countdown has gone on before its picture can be fetched, and a slow machine leaves seconds out: all that
        was seen is compared, from now on or, if that is not to be fresh, since the mark.
        """
        if fresh:
            self.mark()

        def is_so():
            self.look()
            meant = self.meant(label)
            self.found = next((seen for seen in self.recent if self.is_one_of(seen, meant)), None)
            return self.found is not None

        return self.wait(is_so, f"the screen \"{label}\" as it was drawn", patience)

    def same_for(self, seconds, before):
        """Whether it looks as before all the time; a countdown aside, it is compared by its code."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.machine.look().pixels != before.pixels:
                return False
            time.sleep(0.1)
        return True


def has_to_fail(words, judged):
    """A control: what is wrong on purpose has to be found out by the judge that the cases use."""
    if judged():
        raise Wrong(f"the judges let pass {words}: nothing that they say counts")
