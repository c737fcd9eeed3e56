"""The daemon in a machine: started, ended and asked."""

import json
import time

from judge import Wrong

CONFIGURATION = """\
environment: sandbox
terminal: {{ id: T-1, merchant: M-{name}, name: Corner Tea, currency: CNY, time_zone: Asia/Shanghai }}
store: {{ path: {state}/ledger.sqlite }}
api: {{ socket: /run/tilld/tilld.sock }}
sales: {{ deadline: 30m }}
devices: {{ folder: /usr/share/tilld/Devices }}
printers:
  enabled: [counter]
  counter: {{ profile: epson-tm-t20iii, port: "{printer}", layout: /etc/tilld/own.slips }}
displays:
  enabled: [payer, meant]
  payer: {{ device: "{device}" }}
  # The same pictures, as they are meant.
  meant: {{ device: "png:/run/tilld/meant", width: {width}, height: {height} }}
"""
# So that a slip can be read as a phone reads it.
LAYOUT = "[footer]\nqr: {order}\n"
SOCKET = "/run/tilld/tilld.sock"


class Till:
    """A daemon and its shop."""

    def __init__(self, machine, mode, acquirer):
        self.machine, self.mode = machine, mode
        # A unit may write in one place only; elsewhere it is the disk that outlives a cut.
        self.folder = "/var/lib/tilld" if mode.systemd else "/state/tilld"
        # What is done while it is waited for something.
        self.meanwhile = lambda: None
        self.section, self.keys = acquirer.merchant(mode.name)

    def prepare(self, size):
        """Writes the configuration, for a screen of a size."""
        width, height = size
        self.machine.do(f"mkdir -p /etc/tilld/keys /run/tilld {self.folder}; chmod 750 /etc/tilld /etc/tilld/keys")
        for name, content in self.keys.items():
            self.machine.put(f"/etc/tilld/keys/{name}", content, "600")
        self.machine.put("/etc/tilld/own.slips", LAYOUT)
        self.machine.put("/etc/tilld/tilld.yaml", CONFIGURATION.format(
            name=self.mode.name, state=self.folder, printer=self.mode.printer, device=self.mode.device,
            width=width, height=height) + self.section)

    def start(self):
        """Starts it as a shop's own script would, and waits until its API answers."""
        self.machine.do(
            "setsid tilld run --config /etc/tilld/tilld.yaml >>/run/tilld.log 2>&1 </dev/null & "
            "echo $! >/run/tilld.pid")
        self.await_api()

    def await_api(self):
        """Waits until its API answers."""
        end = time.monotonic() + 60 * self.machine.slowness
        while time.monotonic() < end:
            try:
                return self.ask("/v1/health", 10)
            except (Wrong, ValueError):
                time.sleep(0.3)
        raise Wrong(f"the daemon does not answer: {self.log()[-800:]}")

    def is_up(self):
        """Whether the process lives."""
        return self.machine.run("kill -0 $(cat /run/tilld.pid)")[0] == 0

    def end(self, signal):
        """Ends it by a signal, and waits until it is gone."""
        self.machine.do(
            f"kill -{signal} $(cat /run/tilld.pid); n=0; while kill -0 $(cat /run/tilld.pid) 2>/dev/null; "
            "do usleep 50000; n=$((n + 1)); [ $n -lt 600 ] || exit 1; done")

    def clear(self):
        """Runs `tilld display clear`: its status, what it said, and the seconds it took."""
        began = time.monotonic()
        status, said = self.machine.run("tilld display clear --config /etc/tilld/tilld.yaml")
        return status, said.decode(errors="replace").strip(), time.monotonic() - began

    def log(self):
        """What it has said so far."""
        return self.machine.run("cat /run/tilld.log")[1].decode(errors="replace")

    # The API

    def ask(self, path, patience=30):
        """Asks the API for something."""
        said = self.machine.run(
            f"printf 'GET {path} HTTP/1.1\\r\\nHost: till\\r\\nConnection: close\\r\\n\\r\\n' | "
            f"socat -t 20 - UNIX-CONNECT:{SOCKET}", patience)[1]
        head, _, body = said.partition(b"\r\n\r\n")
        if b" 200 " not in head[:40]:
            raise Wrong(f"{path} was answered: {said[:300]!r}")
        if b"transfer-encoding: chunked" in head.lower():
            body = unchunked(body)
        return json.loads(body)

    def order(self, name):
        """An order as it stands."""
        return self.ask(f"/v1/orders/{name}")

    def open(self, amount):
        """Opens a sale by the command line, and returns it when its code is there."""
        # The line is a terminal, on which it says what it waits for.
        order = json.loads(self.machine.do(
            f"till order open {amount} --subject Oolong --json 2>/run/said || {{ cat /run/said; false; }}", 90))
        return self.reach(order["id"], "code")

    def reach(self, name, status, patience=60):
        """Waits until an order has a status."""
        end = time.monotonic() + patience * self.machine.slowness
        while True:
            order = self.order(name)
            if order["status"] == status:
                return order
            if time.monotonic() > end:
                raise Wrong(f"order {name} is {order['status']} and not {status}: {self.log()[-400:]}")
            self.meanwhile()
            time.sleep(0.3)

    def printed(self, name, patience=90):
        """Waits until the slip of a sale is printed, and returns its state."""
        end = time.monotonic() + patience * self.machine.slowness
        while True:
            states = [slip["state"] for slip in self.order(name)["prints"] if slip["kind"] == "sale"]
            if states and states[-1] not in ("queued", "started"):
                return states[-1]
            if time.monotonic() > end:
                raise Wrong(f"the slip of {name} is not out: {states}; {self.log()[-400:]}")
            self.meanwhile()
            time.sleep(0.5)


def payload(order):
    """The payment code of an order."""
    return order["attempts"][-1]["code"]["payload"]


def unchunked(body):
    """A body that came in pieces."""
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        count = int(size, 16)
        if count == 0:
            break
        whole, body = whole + body[:count], body[count + 2:]
    return whole
