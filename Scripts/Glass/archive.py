"""The file system that a guest starts with, as a cpio archive."""

import os
import shutil
import stat


class Archive:
    """An archive in the form that kernels unpack; several may stand one behind the other in a file.

    Source: Linux, Documentation/driver-api/early-userspace/buffer-format.rst.
    """

    def __init__(self, path):
        self.file = open(path, "wb")
        self.number = 0
        self.folders = set()

    def folder(self, name):
        """Makes a folder, and those that it is in."""
        parts = name.strip("/").split("/")
        for count in range(1, len(parts) + 1):
            path = "/".join(parts[:count])
            if path not in self.folders:
                self.folders.add(path)
                self.entry(path, stat.S_IFDIR | 0o755, 0)

    def text(self, name, content, mode=0o644):
        """Puts a file in that has some content."""
        self.within(name)
        content = content.encode() if isinstance(content, str) else content
        self.entry(name, stat.S_IFREG | mode, len(content))
        self.file.write(content)
        self.pad()

    def copy(self, name, path, mode=0o644):
        """Puts a copy of a file in."""
        self.within(name)
        self.entry(name, stat.S_IFREG | mode, os.path.getsize(path))
        with open(path, "rb") as file:
            shutil.copyfileobj(file, self.file)
        self.pad()

    def link(self, name, target):
        """Puts a symbolic link in."""
        self.within(name)
        self.entry(name, stat.S_IFLNK | 0o777, len(target))
        self.file.write(target.encode())
        self.pad()

    def node(self, name, major, minor):
        """Puts a character device in."""
        self.within(name)
        self.entry(name, stat.S_IFCHR | 0o600, 0, (major, minor))

    def close(self):
        """Ends the archive."""
        self.entry("TRAILER!!!", 0, 0)
        self.file.write(b"\0" * (-self.file.tell() % 512))
        self.file.close()

    def within(self, name):
        if os.path.dirname(name.strip("/")):
            self.folder(os.path.dirname(name.strip("/")))

    def entry(self, name, mode, size, device=(0, 0)):
        self.number += 1
        name = name.strip("/").encode() + b"\0"
        fields = (self.number, mode, 0, 0, 1, 0, size, 0, 0, *device, len(name), 0)
        self.file.write(b"070701" + b"".join(b"%08X" % field for field in fields) + name)
        self.pad()

    def pad(self):
        self.file.write(b"\0" * (-self.file.tell() % 4))
