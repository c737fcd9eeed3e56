# SPDX-License-Identifier: Apache-2.0
"""Makes slips with python-escpos, for `Scripts/bench receipts`.

The first line on standard input is the slip as JSON: lines, payload, dots of a module and of a line. The version is said,
and then each line with a number is answered with the seconds of processor that so many slips took, and the bytes of one.
"""
import importlib.metadata
import json
import sys
import time

from escpos.constants import QR_ECLEVEL_M
from escpos.printer import Dummy


def slip(wish):
    """Makes one slip, and gives its bytes."""
    # A printer of 576 dots a line, as the widest roll of most has.
    printer = Dummy(profile="TM-T20II")
    for line in wish["lines"]:
        printer.textln(line)
    # The printer is asked to centre it: white to its left is not sent.
    printer.set(align="center")
    printer.qr(
        wish["payload"], ec=QR_ECLEVEL_M, size=wish["module"], native=False, center=False,
        image_arguments={"impl": "bitImageRaster"})
    printer.cut()
    return printer.output


def main():
    wish = json.loads(sys.stdin.readline())
    first = slip(wish)
    # A slip without a raster would be made quickly.
    assert b"\x1dv0" in first, "there is no raster in it"
    print(importlib.metadata.version("python-escpos"), flush=True)
    for line in sys.stdin:
        count = int(line)
        start = time.process_time()
        for _ in range(count):
            first = slip(wish)
        print(time.process_time() - start, len(first), flush=True)


main()
