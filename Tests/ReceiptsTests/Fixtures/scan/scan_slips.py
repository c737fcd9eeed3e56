# SPDX-License-Identifier: Apache-2.0
"""Photographs pictures of slips with a simple camera, and lets three readers that share no code read them.

Usage: scan_slips.py LIST. LIST is a JSON list of objects with the keys file, text (of the code), mm_per_dot (across and
down) and distance (millimetres from the camera to the paper). Prints a JSON list of objects: how many views each reader
read as the text, how many as something else, and how many views there were.

The camera: 1500 pixels a millimetre at a distance of one millimetre, which is a telephone's preview of 1920 pixels over 65
degrees; the paper is tilted up to 20 degrees and turned up to 20, its black is not black and its white not white, and
there is the blur of a hand and the noise of a room.

Needs numpy, opencv-python-headless and zxing-cpp of PyPI, and libzbar.so.0 of Debian's zbar-tools.
"""
import ctypes
import json
import sys

import cv2
import numpy
import zxingcpp

PIXELS_AT_ONE_MM = 1500.0
VIEWS = 6
INK, PAPER, TABLE = 40.0, 225.0, 110.0


class ZBar:
    """ZBar's library, for codes of squares alone."""

    QR_CODE, ENABLE, Y800 = 64, 0, 0x30303859

    def __init__(self):
        self.library = ctypes.CDLL("libzbar.so.0")
        for name in ("image_scanner_create", "image_create", "image_first_symbol", "symbol_next", "symbol_get_data"):
            getattr(self.library, "zbar_" + name).restype = ctypes.c_void_p
        self.scanner = ctypes.c_void_p(self.library.zbar_image_scanner_create())
        self.library.zbar_image_scanner_set_config(self.scanner, 0, self.ENABLE, 0)
        self.library.zbar_image_scanner_set_config(self.scanner, self.QR_CODE, self.ENABLE, 1)

    def read(self, picture):
        library, bytes_ = self.library, numpy.ascontiguousarray(picture).tobytes()
        image = ctypes.c_void_p(library.zbar_image_create())
        library.zbar_image_set_format(image, ctypes.c_ulong(self.Y800))
        library.zbar_image_set_size(image, picture.shape[1], picture.shape[0])
        library.zbar_image_set_data(image, bytes_, ctypes.c_ulong(len(bytes_)), None)
        texts = []
        if library.zbar_scan_image(self.scanner, image) > 0:
            symbol = ctypes.c_void_p(library.zbar_image_first_symbol(image))
            while symbol.value:
                data = ctypes.c_void_p(library.zbar_symbol_get_data(symbol))
                texts.append(ctypes.string_at(data).decode("utf-8", "replace"))
                symbol = ctypes.c_void_p(library.zbar_symbol_next(symbol))
        library.zbar_image_destroy(image)
        return texts


def zxing(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def opencv(picture):
    # Its two finders miss different views; a program that uses the library would ask both.
    for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
        try:
            text = detector.detectAndDecode(picture)[0]
        except cv2.error:
            continue
        if text:
            return [text]
    return []


READERS = {"zbar": ZBar().read, "zxing": zxing, "opencv": opencv}


def photograph(slip, mm_per_dot, distance, chance):
    """One view of a slip, as a hand that aims at its middle takes it."""
    scale = PIXELS_AT_ONE_MM / distance
    size = (max(round(slip.shape[1] * mm_per_dot[0] * scale), 8), max(round(slip.shape[0] * mm_per_dot[1] * scale), 8))
    shrinks = size[0] < slip.shape[1]
    seen = cv2.resize(slip, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    seen = INK + seen.astype(numpy.float32) / 255 * (PAPER - INK)
    width, height = size
    corners = numpy.float32([[0, 0], [width, 0], [width, height], [0, height]])
    turned = corners - corners.mean(0)
    # Tilted, the far edge is shorter than the near one by the share that a camera at that distance sees.
    tilt = numpy.radians(chance.uniform(0, 20))
    depth = turned[:, 1] * numpy.sin(tilt) / PIXELS_AT_ONE_MM
    turned[:, 1] *= numpy.cos(tilt)
    turned /= (1 + depth)[:, None]
    turn = numpy.radians(chance.uniform(-20, 20))
    turned = turned @ numpy.float32([[numpy.cos(turn), numpy.sin(turn)], [-numpy.sin(turn), numpy.cos(turn)]])
    turned -= turned.min(0) - 40
    frame = tuple(int(side) for side in numpy.ceil(turned.max(0)) + 40)
    view = cv2.warpPerspective(
        seen, cv2.getPerspectiveTransform(corners, turned.astype(numpy.float32)), frame,
        flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=TABLE)
    view = cv2.GaussianBlur(view, (0, 0), chance.uniform(0.5, 1.0))
    return numpy.clip(view + chance.normal(0, 6, view.shape), 0, 255).astype(numpy.uint8)


def scan(index, entry):
    slip = cv2.imread(entry["file"], cv2.IMREAD_GRAYSCALE)
    if slip is None:
        raise SystemExit(f"{entry['file']} is no picture")
    chance = numpy.random.default_rng(index + 1)
    report = {"file": entry["file"], "views": VIEWS, "wrong": 0, **{name: 0 for name in READERS}}
    for _ in range(VIEWS):
        view = photograph(slip, entry["mm_per_dot"], entry["distance"], chance)
        for name, read in READERS.items():
            texts = read(view)
            report[name] += entry["text"] in texts
            report["wrong"] += any(text != entry["text"] for text in texts)
    return report


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        entries = json.load(file)
    print(json.dumps([scan(index, entry) for index, entry in enumerate(entries)]))


main()
