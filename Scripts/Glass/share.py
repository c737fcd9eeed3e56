"""The folder that machines share with this one: the programs, what they link, units, profiles and letters."""

import glob
import os
import re
import shutil
import subprocess

PROGRAMS = ("tilld", "till")
FONTS = "/usr/share/fonts/truetype/wqy"
# What a service manager needs to run one service and a login prompt.
SYSTEMD = (
    "/lib/systemd/systemd", "/lib/systemd/systemd-journald", "/lib/systemd/systemd-shutdown", "/usr/bin/systemctl",
    "/usr/bin/journalctl", "/sbin/agetty", "/bin/login", "/usr/bin/logger", "/lib/systemd/systemd-executor",
)
UNITS = (
    "*.target", "systemd-journald*.service", "systemd-journald*.socket", "getty@.service", "-.slice", "system.slice",
    "user.slice", "-.mount",
)
ACCOUNTS = (("root", 0, "/root", "/bin/sh"), ("tilld", 990, "/var/lib/tilld", "/bin/false"))
GROUPS = (("root", 0), ("tty", 5), ("lp", 7), ("dialout", 20), ("audio", 29), ("utmp", 43), ("video", 44), ("tilld", 990))


def libraries(program):
    """The libraries that a program links, and its loader, where the loader looks for them."""
    said = subprocess.run(["ldd", program], capture_output=True, text=True).stdout
    return re.findall(r"(?:=> )?(/\S+) \(0x", said)


def place(root, path, source=None):
    """Copies a file to its own place under another root."""
    target = root + path
    if not os.path.exists(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy(os.path.realpath(source or path), target)


def make(root, programs):
    """Makes the folder anew, with programs from a folder."""
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(root)
    installed = subprocess.run(
        ["Scripts/Install/install"], env={**os.environ, "DESTDIR": root, "BIN": programs},
        capture_output=True, text=True)
    if installed.returncode != 0:
        raise SystemExit(f"Scripts/Install/install: {installed.stderr.strip()}")
    needed = [root + "/usr/bin/" + name for name in PROGRAMS]
    place(root, "/usr/bin/socat")
    needed.append("/usr/bin/socat")
    for program in SYSTEMD:
        if os.path.exists(program):
            place(root, program)
            needed.append(program)
    for pattern in UNITS:
        for unit in glob.glob("/lib/systemd/system/" + pattern):
            if not os.path.islink(unit):
                place(root, unit)
    for program in needed:
        for library in libraries(program):
            place(root, library)
    # Libraries that are opened by name, and are looked for in the same folders.
    for library in glob.glob("/lib/x86_64-linux-gnu/libnss_files.so.2"):
        place(root, library)
    for name in os.listdir(FONTS):
        place(root, f"{FONTS}/{name}")
    for zone in ("Asia/Shanghai", "UTC"):
        place(root, f"/usr/share/zoneinfo/{zone}")
    # Folders that the guest's links lead to, also where nothing lies in them.
    for folder in ("lib", "lib64", "opt", "sbin", "usr/bin", "usr/sbin"):
        os.makedirs(f"{root}/{folder}", exist_ok=True)


def settings(archive):
    """What every machine starts with in its /etc."""
    archive.text("etc/passwd", "".join(f"{name}:x:{id}:{id}::{home}:{shell}\n" for name, id, home, shell in ACCOUNTS))
    archive.text("etc/group", "".join(f"{name}:x:{id}:\n" for name, id in GROUPS))
    archive.text("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n")
    archive.text("etc/hosts", "127.0.0.1 localhost till\n")
    archive.text("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    archive.text("etc/os-release", "ID=debian\nPRETTY_NAME=Glass\n")


def base(path, busybox, folder):
    """Packs what all machines start with."""
    from archive import Archive
    archive = Archive(path)
    for name in ("dev", "proc", "sys", "tmp", "run", "share", "state", "root", "modules", "var/lib", "var/log"):
        archive.folder(name)
    archive.node("dev/console", 5, 1)
    archive.copy("bin/busybox", busybox, 0o755)
    archive.link("bin/sh", "busybox")
    for name in ("lib", "lib64", "opt", "sbin", "usr"):
        archive.link(name, f"/share/{name}")
    for name, source in (("init", "first.sh"), ("obey", "obey.sh")):
        archive.copy(name, os.path.join(folder, source), 0o755)
    settings(archive)
    # A service manager finds its first target here, the one who obeys, and a login prompt.
    units = "etc/systemd/system"
    archive.link(f"{units}/default.target", "/lib/systemd/system/multi-user.target")
    archive.text(f"{units}/obey.service", OBEY)
    archive.link(f"{units}/multi-user.target.wants/obey.service", "/etc/systemd/system/obey.service")
    archive.link(f"{units}/getty.target.wants/getty@tty1.service", "/lib/systemd/system/getty@.service")
    archive.link(f"{units}/multi-user.target.wants/getty.target", "/lib/systemd/system/getty.target")
    archive.close()


OBEY = """\
[Unit]
Description=Does what the bed says
DefaultDependencies=no
After=systemd-journald.service
[Service]
ExecStart=/obey
StandardInput=null
StandardOutput=null
StandardError=null
Restart=no
KillMode=process
"""
