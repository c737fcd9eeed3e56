"""One machine: a real kernel in an emulator, obeyed over a serial line and looked at from outside."""

import base64
import ctypes
import json
import os
import select
import signal
import socket
import subprocess
import time

import picture
from judge import Wrong

MEMORY = 512
# What takes longer than this will not come at all.
PATIENCE = 900
# The seconds of a start with two processors of our own. Who is slower than that is waited for longer.
QUICK = 8.0


def end_with_parent():
    """In the child: no machine outlives the run that started it."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Machine:
    """An emulated machine."""

    def __init__(self, mode, kernel, base, folder, share, disk, gateway, paper):
        self.mode, self.folder = mode, folder
        self.said = b""
        self.slowness = 1.0
        start = os.path.join(folder, "start.cpio")
        self.pack(start, base, kernel, mode)
        options = ["console=tty0", "console=ttyS0", "quiet", "loglevel=4", "mitigations=off", "nokaslr", "audit=0",
                   "random.trust_cpu=on", "panic=-1", "net.ifnames=0", "no_timer_check", *mode.options]
        if mode.systemd:
            options += ["glass.systemd", "systemd.show_status=0", "systemd.default_timeout_start_sec=300"]
        self.words = [
            "qemu-system-x86_64", "-M", "pc", "-nodefaults", "-no-user-config", "-no-reboot", "-cpu", "max",
            "-accel", "tcg,thread=multi,tb-size=256", "-m", str(MEMORY), "-display", "none", *mode.screen,
            "-kernel", kernel.image if mode.image else kernel.program, "-initrd", start, "-append", " ".join(options),
            "-qmp", "unix:watch,server=on,wait=off",
            "-chardev", "file,id=log,path=console.log,append=on", "-serial", "chardev:log",
            "-chardev", "socket,id=line,path=line,server=on,wait=off", "-serial", "chardev:line",
            "-chardev", f"socket,id=paper,path={os.path.relpath(paper, folder)}", "-serial", "chardev:paper",
            "-device", "virtio-rng-pci",
            "-drive", f"file={disk},if=none,id=disk,format=raw,cache=writeback", "-device", "virtio-blk-pci,drive=disk",
            "-virtfs", f"local,path={share},mount_tag=share,security_model=none,readonly=on,multidevs=remap",
            # Nothing but the one acquirer is reached from inside.
            "-netdev", f"user,id=net,restrict=on,guestfwd=tcp:10.0.2.100:8471-cmd:socat - TCP4:127.0.0.1:{gateway}",
            "-device", "virtio-net-pci,netdev=net,romfile=",
        ]

    def pack(self, start, base, kernel, mode):
        """Joins what all machines start with and the modules of this one."""
        from archive import Archive
        own = start + ".own"
        archive = Archive(own)
        names = ["virtio_pci", "virtio-rng", "crc32c_generic", "ext4", "virtio_blk", "9pnet_virtio", "9p", "virtio_net"]
        paths = kernel.modules(names + list(mode.modules))
        for path in paths:
            archive.copy("modules/" + os.path.basename(path), path)
        archive.text("modules/order", "".join(f"/modules/{os.path.basename(path)}\n" for path in paths))
        later = [path for path in kernel.modules(mode.later) if path not in paths]
        for path in later:
            archive.copy("modules/" + os.path.basename(path), path)
        archive.text("modules/later", "".join(f"/modules/{os.path.basename(path)}\n" for path in later))
        archive.close()
        with open(start, "wb") as whole:
            for part in (base, own):
                with open(part, "rb") as file:
                    whole.write(file.read())
        os.remove(own)

    # A machine's life

    def boot(self):
        """Switches it on, waits until it obeys, and returns the seconds that took."""
        began = time.monotonic()
        for name in ("watch", "line"):
            if os.path.exists(os.path.join(self.folder, name)):
                os.remove(os.path.join(self.folder, name))
        with open(os.path.join(self.folder, "emulator.log"), "ab") as log:
            self.process = subprocess.Popen(
                self.words, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=end_with_parent)
        self.watch = self.connect("watch")
        self.heard = b""
        self.hear()
        self.tell("qmp_capabilities")
        self.line = self.connect("line")
        self.said = b""
        self.until(b"ready ", PATIENCE)
        seconds = time.monotonic() - began
        self.slowness = max(1.0, seconds / QUICK)
        return seconds

    def cut(self):
        """Takes its power away."""
        self.process.kill()
        self.process.wait()
        self.watch.close()
        self.line.close()

    def connect(self, name):
        # The whole path may be longer than a socket's may be.
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            for _ in range(500):
                end = socket.socket(socket.AF_UNIX)
                try:
                    end.connect(f"/proc/self/fd/{folder}/{name}")
                    return end
                except OSError:
                    end.close()
                    if self.process.poll() is not None:
                        break
                    time.sleep(0.02)
        finally:
            os.close(folder)
        with open(os.path.join(self.folder, "emulator.log"), encoding="utf-8", errors="replace") as log:
            raise Wrong(f"the emulator did not start: {log.read()[-600:].strip()}")

    # Inside

    def until(self, mark, patience):
        """What comes before a mark, and the rest of the mark's line."""
        mark = b"\x1e" + mark
        end = time.monotonic() + patience * self.slowness
        while True:
            at = self.said.find(mark)
            if at >= 0 and b"\n" in self.said[at:]:
                before, rest = self.said[:at], self.said[at + len(mark):]
                line, self.said = rest.split(b"\n", 1)
                return before, line.decode()
            if time.monotonic() > end:
                raise Wrong(f"the machine does not answer: {self.said[-300:]!r}; {self.console()[-500:]}")
            ready, _, _ = select.select([self.line], [], [], 0.5)
            if ready:
                said = self.line.recv(1 << 16)
                if not said:
                    raise Wrong(f"the machine is gone: {self.console()[-500:]}")
                self.said += said

    def run(self, words, patience=60):
        """Runs a line of shell in it: its status, and what it said."""
        self.line.sendall(words.replace("\n", " ").encode() + b"\n")
        before, status = self.until(b"", patience)
        return int(status), before

    def do(self, words, patience=60):
        """Runs a line of shell that has to end with 0; returns what it said, as text."""
        status, said = self.run(words, patience)
        text = said.decode(errors="replace")
        if status != 0:
            raise Wrong(f"\"{words[:120]}\" ended with {status}: {text.strip()[-600:]}")
        return text

    def put(self, path, content, mode="644"):
        """Writes a file in it."""
        packed = base64.b64encode(content if isinstance(content, bytes) else content.encode()).decode()
        self.do(f": > {path}; chmod {mode} {path}")
        # A line of a terminal has its limits, and so has a shell's.
        for at in range(0, len(packed), 3000):
            self.do(f"echo {packed[at:at + 3000]} | base64 -d >> {path}")

    def get(self, path):
        """Reads a file of it."""
        return base64.b64decode(self.do(f"base64 -w 0 {path}"))

    # From outside

    def hear(self):
        while b"\n" not in self.heard:
            said = self.watch.recv(1 << 16)
            if not said:
                raise Wrong("the emulator is gone")
            self.heard += said
        line, self.heard = self.heard.split(b"\n", 1)
        return json.loads(line)

    def tell(self, command, **arguments):
        """Tells the emulator something."""
        words = {"execute": command, "arguments": arguments}
        self.watch.sendall(json.dumps(words).encode() + b"\n")
        while True:
            answer = self.hear()
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise Wrong(f"the emulator refused {command}: {answer['error'].get('desc')}")

    def look(self):
        """What one sees on its screen now."""
        path = os.path.join(self.folder, "seen.ppm")
        self.tell("screendump", filename=path)
        return picture.read_ppm(path)

    def press(self, *names):
        """Presses keys together."""
        self.tell("send-key", keys=[{"type": "qcode", "data": name} for name in names])

    def console(self):
        """What the kernel said on its serial line."""
        with open(os.path.join(self.folder, "console.log"), encoding="utf-8", errors="replace") as log:
            return log.read()
