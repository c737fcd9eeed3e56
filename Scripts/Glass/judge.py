"""Foreign judges: two programs that read codes as phones do."""

import re
import subprocess


class Wrong(Exception):
    """Something came out as it must not."""


def zbar(path):
    """The codes that ZBar finds in a picture."""
    words = ["zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path]
    run = subprocess.run(words, capture_output=True, text=True)
    # It ends with 4 where there is none.
    if run.returncode not in (0, 4):
        raise Wrong(f"zbarimg ended with {run.returncode}: {run.stderr.strip()}")
    return run.stdout.splitlines()


def zxing(path):
    """The codes that ZXing finds in a picture."""
    run = subprocess.run(["ZXingReader", "-1", "-format", "QRCode", path], capture_output=True, text=True)
    if run.returncode != 0:
        raise Wrong(f"ZXingReader ended with {run.returncode}: {run.stderr.strip()}")
    return re.findall(r'QRCode "(.*)"$', run.stdout, re.MULTILINE)


def codes(path):
    """The codes in a picture, by each reader."""
    return {"zbar": zbar(path), "zxing": zxing(path)}
