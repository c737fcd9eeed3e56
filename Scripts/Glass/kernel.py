"""Debian's kernel: downloaded and unpacked, never installed."""

import glob
import lzma
import os
import re
import shutil
import struct
import subprocess

# Everything that this bed loads lies in these folders; the others are most of the package.
FOLDERS = (
    "arch/x86/crypto", "crypto", "lib", "fs/9p", "fs/configfs", "fs/ext4", "fs/fscache", "fs/jbd2", "fs/netfs",
    "fs/mbcache.ko", "net/9p", "net/core", "drivers/block", "drivers/char/hw_random", "drivers/gpu/drm/*.ko",
    "drivers/gpu/drm/tiny", "drivers/gpu/drm/ttm", "drivers/gpu/drm/virtio", "drivers/video/fbdev/core",
    "drivers/net/virtio_net.ko", "drivers/net/net_failover.ko", "drivers/usb", "drivers/virtio",
)


class Kernel:
    """The two forms of a kernel, and its modules."""

    def __init__(self, folder):
        self.folder = folder
        # The firmware sets a mode for the first, and the second starts quicker.
        self.image = os.path.join(folder, "vmlinuz")
        self.program = os.path.join(folder, "vmlinux")
        self.options = open(os.path.join(folder, "config"), encoding="ascii").read()
        paths = glob.glob(os.path.join(folder, "tree/lib/modules/*/kernel/**/*.ko"), recursive=True)
        self.paths = {os.path.basename(path)[:-3].replace("-", "_"): path for path in paths}

    def has(self, option):
        """Whether an option is built in or a module."""
        return re.search(rf"^{option}=[ym]$", self.options, re.MULTILINE) is not None

    def modules(self, names):
        """Paths of modules and all that they need, in the order in which they are loaded."""
        ordered = []

        def add(name):
            path = self.paths.get(name.replace("-", "_"))
            # What is no file is built in.
            if path is None or path in ordered:
                return
            for needed in needs(path):
                add(needed)
            ordered.append(path)

        for name in names:
            add(name)
        return ordered


def needs(path):
    """Names of the modules that a module says it needs."""
    with open(path, "rb") as file:
        found = re.search(rb"\0depends=([^\0]*)\0", file.read())
    return [name for name in found[1].decode().split(",") if name] if found else []


def download(folder):
    """Has today's kernel brought into a folder; what was wrong, or nothing."""
    said = subprocess.run(["apt-cache", "depends", "linux-image-amd64"], capture_output=True, text=True)
    found = re.search(r"Depends: (linux-image-\d\S+)", said.stdout)
    if not found:
        return "no package linux-image-amd64 is known"
    done = subprocess.run(["apt-get", "-qq", "download", found[1]], cwd=folder, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.strip() or f"apt-get download ended with {done.returncode}"


def fetch(folder):
    """The kernel in a folder; fetched if it is not there."""
    if not os.path.exists(os.path.join(folder, "done")):
        os.makedirs(folder, exist_ok=True)
        pattern = os.path.join(folder, "linux-image-*.deb")
        if not glob.glob(pattern) and download(folder):
            # Lists that are missing, or older than the packages.
            update = ["apt-get", "-qq", "update"]
            subprocess.run(update if os.getuid() == 0 else ["sudo", *update], check=False)
            wrong = download(folder)
            if wrong:
                raise SystemExit(f"there is no kernel to boot: {wrong}")
        unpack(glob.glob(pattern)[0], folder)
        open(os.path.join(folder, "done"), "w", encoding="ascii").close()
    return Kernel(folder)


def unpack(package_file, folder):
    """Takes out of a package what is needed."""
    tree = os.path.join(folder, "tree")
    shutil.rmtree(tree, ignore_errors=True)
    os.makedirs(tree)
    wanted = ["./boot/vmlinuz-*", "./boot/config-*"]
    wanted += [f"./lib/modules/*/kernel/{name}" for name in FOLDERS]
    archive = subprocess.Popen(["dpkg", "--fsys-tarfile", package_file], stdout=subprocess.PIPE)
    # A folder that this kernel does not have is none of tar's business to fail for.
    subprocess.run(["tar", "-x", "-C", tree, "--wildcards", *wanted], stdin=archive.stdout, stderr=subprocess.DEVNULL)
    archive.stdout.close()
    archive.wait()
    for name, found in (("vmlinuz", "vmlinuz-*"), ("config", "config-*")):
        paths = glob.glob(os.path.join(tree, "boot", found))
        if not paths:
            raise SystemExit(f"{package_file} has no {found}: delete {folder}, and try again")
        shutil.copyfile(paths[0], os.path.join(folder, name))
    with open(os.path.join(folder, "vmlinuz"), "rb") as file:
        program = program_of(file.read())
    with open(os.path.join(folder, "vmlinux"), "wb") as file:
        file.write(program)


def program_of(image):
    """The ELF file inside of a bzImage.

    Source: Linux, Documentation/x86/boot.rst: setup_sects, payload_offset and payload_length.
    """
    if image[0x202:0x206] != b"HdrS":
        raise SystemExit("the kernel is no bzImage")
    sectors = image[0x1F1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (sectors + 1) * 512 + offset
    # The size of the result follows the compressed stream; the stream knows its own end.
    program = lzma.LZMADecompressor(lzma.FORMAT_XZ).decompress(image[start:start + length])
    if program[:4] != b"\x7fELF":
        raise SystemExit("the kernel inside of the bzImage is no ELF file")
    return program
