# SPDX-License-Identifier: Apache-2.0
"""Writes the hostile logos beside it, with nothing but Python's own library.

Usage: make-logos.py. A file whose name begins with read- can be printed, one that begins with refused- cannot.
"""
import pathlib
import struct
import zlib

FOLDER = pathlib.Path(__file__).parent / "logos"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name, body, crc=None):
    check = zlib.crc32(name + body) if crc is None else crc
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def header(width, height, depth=8, kind=0, compression=0, filtering=0, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, compression, filtering, interlace))


def png(head, rows, *parts, level=9):
    return SIGNATURE + head + b"".join(parts) + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND", b"")


def grey(width, height, level=0):
    return (b"\0" + bytes([level]) * width) * height


def write(name, data):
    (FOLDER / name).write_bytes(data)


FOLDER.mkdir(exist_ok=True)

# Files that are far more than they seem.
write("refused-claims-60000x60000.png", png(header(60000, 60000), b"\0" * 100_000))
write("refused-claims-4096x4096.png", png(header(4096, 4096), b"\0" * 100_000))
write("refused-claims-all-that-fits.png", png(header(0x7FFFFFFF, 0x7FFFFFFF), b""))
write("refused-claims-4294967295-rows.png", png(header(1, 0xFFFFFFFF), b"\0\0"))
write("refused-no-width.png", png(header(0, 5), b"\0" * 5))
write("read-unpacks-to-megabytes.png", png(header(16, 16), grey(16, 16) + b"\0" * 8_000_000))
write("read-text-that-unpacks-to-megabytes.png",
      png(header(16, 16), grey(16, 16), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"A" * 4_000_000, 9))))
write("refused-one-length-of-four-gigabytes.png", SIGNATURE + header(4, 4) + b"\xff\xff\xff\xffIDAT" + b"\0" * 64)
write("refused-half-its-dots.png", png(header(64, 64), grey(64, 32)))
write("refused-pbm-of-nines.pbm", b"P4\n999999 999999\n")
write("refused-pbm-without-dots.pbm", b"P4\n4096 1024\n")
write("refused-pbm-plain-without-dots.pbm", b"P1\n1000 1000\n0 1 0 1")
write("refused-pbm-of-comments.pbm", b"P1\n" + b"#" * 20_000)

# Files that say one thing and are another.
write("refused-cut-off.png", png(header(16, 16), grey(16, 16))[:-30])
write("refused-only-a-signature.png", SIGNATURE)
write("refused-wrong-sum.png", SIGNATURE + header(4, 4) + chunk(b"IDAT", zlib.compress(grey(4, 4)), crc=0))
write("refused-two-headers.png", SIGNATURE + header(4, 4) + header(8, 8) + chunk(b"IDAT", zlib.compress(grey(4, 4))))
write("refused-dots-before-the-header.png", SIGNATURE + chunk(b"IDAT", zlib.compress(grey(4, 4))))
write("refused-no-dots.png", SIGNATURE + header(4, 4) + chunk(b"IEND", b""))
write("refused-no-deflate.png", SIGNATURE + header(4, 4) + chunk(b"IDAT", b"no such thing") + chunk(b"IEND", b""))
write("refused-interlaced.png", png(header(8, 8, interlace=1), grey(8, 8)))
write("refused-depth-3.png", png(header(8, 8, depth=3), grey(8, 8)))
write("refused-kind-5.png", png(header(8, 8, kind=5), grey(8, 8)))
write("refused-filter-9.png", png(header(4, 4), (b"\x09" + b"\0" * 4) * 4))
write("refused-needs-a-part-of-its-own.png", png(header(4, 4), grey(4, 4), chunk(b"MINE", b"x")))
write("refused-colours-that-are-not-there.png", png(header(4, 4, kind=3), (b"\0" + b"\7" * 4) * 4, chunk(b"PLTE", b"\0" * 6)))
write("refused-no-palette.png", png(header(4, 4, kind=3), grey(4, 4)))
write("refused-page.html", b"<html><img src=x onerror=alert(1)></html>")
write("refused-picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
write("refused-empty", b"")
write("refused-jpeg.png", b"\xff\xd8\xff\xe0\0\x10JFIF\0")

# Pictures that are right and absurd.
write("refused-white.png", png(header(32, 32), grey(32, 32, 255)))
write("refused-see-through.png", png(header(8, 8, kind=6), (b"\0" + b"\0\0\0\0" * 8) * 8))
write("read-one-dot.png", png(header(1, 1), b"\0\0"))
write("read-one-row.png", png(header(2000, 1), b"\0" + b"\0\xff" * 1000))
write("read-one-column.png", png(header(1, 2000), b"\0\0" * 2000))
write("read-black.png", png(header(600, 400), grey(600, 400)))
write("read-noise-of-obeyed-bytes.pbm",
      b"P4\n384 240\n" + bytes([0x10, 0x14, 0x01, 0x00, 0x01, 0x10, 0x04, 0x01, 0x10, 0x05, 0x02, 0x10]) * 960)
write("read-many-parts.png", SIGNATURE + header(16, 16) + b"".join(
    chunk(b"IDAT", bytes([byte])) for byte in zlib.compress(grey(16, 16))) + chunk(b"IEND", b""))
write("read-comment-that-steers.png", png(header(16, 16), grey(16, 16), chunk(b"tEXt", b"Comment\0\x1bp\0\x32\x32")))
write("read-16-bits-and-alpha.png", png(header(4, 4, depth=16, kind=4), (b"\0" + b"\0\0\xff\xff" * 4) * 4))
write("read-bytes-behind-its-end.png", png(header(16, 16), grey(16, 16)) + b"\x1bp\0\x32\x32" * 100)
write("read-pbm-of-comments.pbm", b"P1\n# a\n3 # b\n# c\n2\n1 0 1\n#d\n0 1 0\n")
