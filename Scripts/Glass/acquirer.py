"""The sandbox, on this machine: an acquirer has its own power, and lives through every cut of a till's."""

import json
import os
import re
import socket
import subprocess
import time
import urllib.request

from judge import Wrong
from machine import end_with_parent


class Acquirer:
    """A sandbox and the accounts of merchants at it."""

    def __init__(self, programs, folder):
        self.program = os.path.join(programs, "till-sandbox")
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server = f"http://127.0.0.1:{self.port}"
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "sandbox.log"), "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--state", os.path.join(folder, "state"), "--listen", f"127.0.0.1:{self.port}"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=end_with_parent)
        for _ in range(600):
            try:
                urllib.request.urlopen(self.server + "/sandbox/clock", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"till-sandbox does not answer: see {folder}/sandbox.log")

    def end(self):
        """Ends it."""
        self.process.terminate()
        self.process.wait()

    def say(self, *words):
        """Runs a command of the sandbox."""
        run = subprocess.run([self.program, *words], capture_output=True, text=True)
        if run.returncode != 0:
            raise Wrong(f"till-sandbox {words[0]} ended with {run.returncode}: {run.stderr.strip()}")
        return run.stdout

    def pay(self, code):
        """Pays as the payer's phone does, that has read a code."""
        self.say("pay", code, "--server", self.server)

    def merchant(self, name):
        """Registers a merchant: its section of a configuration, and its keys by their names."""
        keys = os.path.join(self.folder, "keys-" + name)
        section = self.say(
            "merchant", "add", "--state", os.path.join(self.folder, "state"), "--gateway", "http://127.0.0.1:8471/v1",
            "--id", "M-" + name, "--name", "Corner Tea", "--currency", "CNY", "--out", keys)
        files = {entry: open(os.path.join(keys, entry), "rb").read() for entry in os.listdir(keys)}
        return re.sub(r"[^\s,]*/keys-[^/]*/", "keys/", section), files

    def held(self):
        """What the sandbox's books say, for a report."""
        with urllib.request.urlopen(self.server + "/sandbox/books", timeout=5) as answer:
            return json.load(answer)
