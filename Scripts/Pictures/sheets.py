"""Puts pictures of screens and slips on sheets for the manual: sheets.py PICTURES RESOURCES."""

import pathlib
import sys

from PIL import Image, ImageDraw, ImageFont

FONT = ImageFont.truetype("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 15)
GROUND, INK, EDGE = (236, 238, 240), (40, 44, 52), (170, 174, 180)
GAP, CAPTION = 16, 24


def sheet(pictures, columns, scale, target):
    """Puts pictures in rows of a sheet, each with its name below, as much smaller or larger as scale says."""
    scaled = []
    for name, path in pictures:
        picture = Image.open(path).convert("RGB")
        size = (round(picture.width * scale), round(picture.height * scale))
        way = Image.Resampling.NEAREST if scale >= 1 else Image.Resampling.LANCZOS
        scaled.append((name, picture.resize(size, way)))
    rows = [scaled[start:start + columns] for start in range(0, len(scaled), columns)]
    width = GAP + columns * (max(picture.width for _, picture in scaled) + GAP)
    heights = [max(picture.height for _, picture in row) + CAPTION + GAP for row in rows]
    canvas = Image.new("RGB", (width, GAP + sum(heights)), GROUND)
    draw = ImageDraw.Draw(canvas)
    top = GAP
    for row, height in zip(rows, heights):
        for index, (name, picture) in enumerate(row):
            left = GAP + index * ((width - GAP) // columns)
            canvas.paste(picture, (left, top))
            draw.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=EDGE)
            draw.text((left, top + picture.height + 3), name, font=FONT, fill=INK)
        top += height
    canvas.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name}: {len(scaled)} pictures, {target.stat().st_size // 1024} KiB")


def named(folder, ending):
    """The pictures of a folder whose names end so, by what stands before that."""
    return sorted(
        (path.name.removesuffix(ending), path) for path in folder.glob("*.png") if path.name.endswith(ending))


def main(pictures, resources):
    resources.mkdir(parents=True, exist_ok=True)
    for language in ("en", "zh-Hans"):
        for panel, columns, scale in (("800x480", 4, 0.5), ("480x800", 6, 0.5), ("240x240", 6, 1), ("128x64", 6, 2)):
            sheet(
                named(pictures / "screens", f"-{panel}-{language}.png"), columns, scale,
                resources / f"screens-{panel}-{language}.png")
        for width, columns in ((58, 6), (80, 5)):
            sheet(
                named(pictures / "slips", f"-generic-{width}-{language}.png"), columns, 0.6,
                resources / f"slips-{width}-{language}.png")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
