"""The other end of a serial line: a receipt printer that keeps what came out of it."""

import os
import socket
import threading

from judge import Wrong, codes
from picture import Picture

# Commands by their first two bytes, with their lengths; those with lengths of their own are read below.
LENGTHS = {
    0x1B: {0x40: 2, 0x32: 2, 0x69: 2, 0x6D: 2, 0x0C: 2, 0x4C: 2, 0x53: 2, 0x70: 5, 0x24: 4, 0x5C: 4, 0x42: 4, 0x63: 4},
    0x1C: {0x26: 2, 0x2E: 2, 0x53: 4, 0x70: 4},
    0x1D: {0x4C: 4, 0x50: 4, 0x57: 4, 0x67: 6},
}
QUESTION, RECOVERY, CLEAR = 0x04, 0x05, 0x14


class Printer:
    """A printer of the kind that gives marks back, with paper that never ends."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "paper")
        self.lock = threading.Lock()
        self.slips = []
        self.rows, self.text = [], b""
        self.cuts = 0
        self.received = 0
        listener = socket.socket(socket.AF_UNIX)
        entry = os.open(folder, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{entry}/paper")
        os.close(entry)
        listener.listen(2)
        threading.Thread(target=self.serve, args=(listener,), daemon=True).start()

    def serve(self, listener):
        """Works on one line after the other: a machine that was switched off lets go of its own."""
        while True:
            line, _ = listener.accept()
            held = b""
            while True:
                try:
                    came = line.recv(4096)
                except OSError:
                    break
                if not came:
                    break
                held += came
                with self.lock:
                    self.received += len(came)
                    held, answers = self.work(held)
                try:
                    line.sendall(answers)
                except OSError:
                    break
            line.close()

    def work(self, held):
        """Does all whole commands; what is left over, and what it has to say."""
        answers = b""
        while held:
            length = self.length(held)
            if length is None or length > len(held):
                break
            answers += self.obey(held[:length])
            held = held[length:]
        return held, answers

    def length(self, held):
        """How many bytes the next step has; None if that cannot be told yet."""
        first = held[0]
        if first not in (0x10, 0x1B, 0x1C, 0x1D):
            ends = [at for at in range(len(held)) if held[at] < 0x20]
            return 1 if first < 0x20 else (ends[0] if ends else len(held))
        if len(held) < 3:
            return 2 if len(held) == 2 and LENGTHS.get(first, {}).get(held[1]) == 2 else None
        name = held[1]
        if first == 0x10:
            return 10 if name == CLEAR and held[2] == 8 else 5 if name == CLEAR else 3
        if name == 0x28:
            return None if len(held) < 5 else 5 + held[3] + held[4] * 256
        if (first, name) == (0x1D, 0x76):
            return None if len(held) < 8 else 8 + (held[4] + held[5] * 256) * (held[6] + held[7] * 256)
        if (first, name) == (0x1B, 0x2A):
            return None if len(held) < 5 else 5 + (held[3] + held[4] * 256) * (3 if held[2] >= 32 else 1)
        if (first, name) == (0x1D, 0x56):
            return 3 if held[2] in (0, 1, 0x30, 0x31) else 4
        if (first, name) == (0x1D, 0x6B):
            return None if len(held) < 4 else 4 + held[3] if held[2] >= 0x41 else held.index(0, 3) + 1
        return LENGTHS.get(first, {}).get(name, 3)

    def obey(self, step):
        """Does one step, and returns the answer."""
        kind = step[:2]
        if step[0] >= 0x20:
            self.text += step
        elif kind == b"\x10\x04":
            return b"\x12"
        elif kind == b"\x10\x14" and len(step) == 10:
            self.rows, self.text = [], b""
            return b"\x37\x25\x00"
        elif kind == b"\x1d\x28" and step[2] == 0x48:
            return b"\x37\x22" + step[7:11] + b"\x00"
        elif kind == b"\x1d\x72":
            return b"\x00"
        elif kind == b"\x1d\x67":
            return b"\x5f" + str(self.cuts).encode() + b"\x00"
        elif kind == b"\x1d\x61":
            return b"\x14\x00\x00\x0f" if step[2] else b""
        elif kind == b"\x1d\x49":
            return b"\x5f" + {0x42: b"EPSON", 0x43: b"TM-T20III"}.get(step[2], b"") + b"\x00"
        elif kind == b"\x1d\x76":
            self.draw(step)
        elif kind == b"\x1b\x40":
            self.text = b""
        elif kind == b"\x1d\x56" or kind in (b"\x1b\x69", b"\x1b\x6d"):
            self.cut()
        elif step[:1] == b"\n":
            self.text += b"\n"
        return b""

    def draw(self, step):
        """Burns a raster, with its dots twice as wide or high where it says so."""
        wide, tall = (2 if step[3] & 1 else 1), (2 if step[3] & 2 else 1)
        count = step[4] + step[5] * 256
        for at in range(8, len(step), count):
            row = "".join(f"{byte:08b}" for byte in step[at:at + count])
            self.rows += ["".join(dot * wide for dot in row)] * tall

    def cut(self):
        """A slip falls out."""
        self.cuts += 1
        if self.rows or self.text.strip():
            self.slips.append((self.text, self.rows))
        self.rows, self.text = [], b""

    # What a person sees

    def count(self):
        """How many slips lie there."""
        with self.lock:
            return len(self.slips)

    def codes(self, number):
        """The codes on a slip, by each reader."""
        with self.lock:
            _, rows = self.slips[number]
        path = os.path.join(self.folder, f"slip-{number + 1}.png")
        if not rows:
            raise Wrong("a slip without a picture on it")
        # As wide as the paper, with some of it around.
        width = max(len(row) for row in rows) + 64
        white, black = b"\xff\xff\xff", b"\0\0\0"
        lines = [white * width] * 32
        for row in rows:
            dots = b"".join(black if dot == "1" else white for dot in row)
            lines.append(white * 32 + dots + white * (width - 32 - len(row)))
        lines += [white * width] * 32
        Picture(width, len(lines), b"".join(lines)).save(path)
        return codes(path)

    def words(self, number):
        """The text on a slip, as far as it was sent as text."""
        with self.lock:
            return self.slips[number][0].decode("ascii", errors="replace")
