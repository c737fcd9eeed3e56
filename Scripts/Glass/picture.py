"""Pictures: what a hypervisor sees and what the daemon drew."""

import struct
import zlib


class Picture:
    """Pixels, three bytes each."""

    def __init__(self, width, height, pixels):
        self.width, self.height, self.pixels = width, height, pixels

    def save(self, path):
        """Writes it as PNG."""
        row = self.width * 3
        lines = b"".join(b"\0" + self.pixels[at:at + row] for at in range(0, len(self.pixels), row))

        def chunk(name, body):
            return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head))
            file.write(chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b""))
        return path

    def is_plain(self):
        """Whether all of it has one colour."""
        return self.pixels == self.pixels[:3] * (self.width * self.height)

    def is_dark(self):
        """Whether it is black, but for a line in which the emulator says so."""
        lit = sum(1 for value in self.pixels[::3] if value > 32)
        return lit * 200 < self.width * self.height

    def is_like(self, other, tolerance):
        """Whether no colour differs by more than a panel's colours explain."""
        if (self.width, self.height) != (other.width, other.height):
            return False
        if self.pixels == other.pixels or tolerance == 0:
            return self.pixels == other.pixels
        row = self.width * 3
        # Most rows are there many times.
        judged = set()
        for at in range(0, len(self.pixels), row):
            pair = self.pixels[at:at + row], other.pixels[at:at + row]
            if pair not in judged:
                if any(abs(mine - its) > tolerance for mine, its in zip(*pair)):
                    return False
                judged.add(pair)
        return True


def read_ppm(path):
    """What a hypervisor writes."""
    with open(path, "rb") as file:
        if file.readline().strip() != b"P6":
            raise ValueError(f"{path} is no picture")
        width, height = map(int, file.readline().split())
        file.readline()
        return Picture(width, height, file.read())


def read_png(content):
    """What the daemon writes: rows as they are, in full colour or with a palette."""
    at, packed, palette, head = 8, b"", b"", None
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        body = content[at + 8:at + 8 + length]
        if name == b"IHDR":
            head = struct.unpack(">IIBBBBB", body)
        elif name == b"PLTE":
            palette = body
        elif name == b"IDAT":
            packed += body
        at += 12 + length
    if head is None or head[2] != 8 or head[3] not in (2, 3):
        raise ValueError(f"a picture of an unknown kind: {head}")
    width, height, _, kind = head[:4]
    row = width * (3 if kind == 2 else 1)
    lines = zlib.decompress(packed)
    if any(lines[0::row + 1]):
        raise ValueError("a picture with filtered rows")
    values = b"".join(lines[at + 1:at + 1 + row] for at in range(0, len(lines), row + 1))
    if kind == 3:
        pixels = bytearray(width * height * 3)
        for part in range(3):
            pixels[part::3] = values.translate(palette[part::3].ljust(256, b"\0"))
        values = bytes(pixels)
    return Picture(width, height, values)
