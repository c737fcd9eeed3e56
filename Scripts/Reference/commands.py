# SPDX-License-Identifier: Apache-2.0
"""The command line of the programs, as they tell it themselves, and what no program tells."""

import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MANUAL = os.path.join(ROOT, "Sources/Manual/TillManual/TillManual.docc")

# Options that many commands share; they are explained once.
COMMON = ["socket", "address", "token-file", "idempotency-key", "config", "server", "json", "version", "help"]

# The section of its manual page, by program.
SECTIONS = {"till": 1, "till-sandbox": 1, "tilld": 8}

ENVIRONMENT = {
    "till": [
        ("TILLD_SOCKET", "The daemon's socket, where --socket is not given."),
        ("NO_COLOR", "Turns colours off, whatever it says, unless it is empty."),
        ("TERM", "Colours and progress need a terminal; there are no colours where this is dumb or not set."),
        ("TILL_WEBHOOK_SECRET", "The receiver's secret for \"till webhook verify\", where --secret-file is not given."),
        ("SUDO_USER", "Who steers the queue, where --by is not given and root does it for somebody."),
        ("TZ", "The time zone of the times that \"till explain\" prints."),
    ],
    "tilld": [
        (
            "TILLD_SALES_DEADLINE",
            "Overrides the key deadline of the section sales; so do TILLD_, the section and the key for every value.",
        ),
        ("CREDENTIALS_DIRECTORY", "Where the service manager put what the configuration calls credential:NAME."),
        ("NOTIFY_SOCKET", "Where the daemon tells the service manager that it is ready, what it does, and that it lives."),
        ("WATCHDOG_USEC", "How often it has to say so, in microseconds."),
        ("NO_COLOR", "Turns the colours of \"tilld check\" off, whatever it says, unless it is empty."),
    ],
    "till-sandbox": [],
}

FILES = {
    "till": [
        ("/run/tilld/tilld.sock", "The daemon's socket; whoever may open it may sell."),
    ],
    "tilld": [
        ("/etc/tilld/tilld.yaml", "The configuration; /usr/share/doc/tilld/tilld.example.yaml explains every key."),
        ("/etc/tilld/keys", "Keys that the configuration names, with mode 0600."),
        ("/var/lib/tilld/ledger.sqlite", "The ledger, with -wal, .head, .lock, .ballast and .key beside it; never a part of them alone."),
        ("/run/tilld/tilld.sock", "The local API."),
        ("/run/tilld/tilld.sock.faults", "How often the ledger failed since the boot."),
        ("/usr/share/tilld/Devices", "Profiles of printers and displays, layouts of slips, and words of screens."),
    ],
    "till-sandbox": [
        ("STATE/books.sqlite", "The acquirer's books, in the folder that --state names."),
        ("STATE/openpay-platform-key.pem", "The acquirer's own key; for its owner only."),
        ("OUT/ID.pem", "The private key of a merchant, in the folder that --out names; for its owner only."),
        ("OUT/ID-webhook-secret", "What its notifies are signed with; for its owner only."),
        ("OUT/ID-account.yaml", "The section of the daemon's configuration."),
    ],
}

# Commands of transcripts, which run in the tests.
EXAMPLES = {
    "till": [
        ("Sell, with the code on this terminal, and stay until the sale is over:", "till pay 12.50 --subject Tea"),
        ("Sell from a program, a line of JSON for each change:", "till pay 12.50 --json"),
        ("See what a person has to look at:", "till hold list"),
        ("See what the daemon owes, and why it waits:", "till queue list"),
        ("Make a backup while sales go on:", "till backup /media/stick"),
    ],
    "tilld": [
        ("Look at everything that the daemon needs, and change nothing:", "tilld check"),
        ("Check the journal and every sale while no daemon runs:", "tilld verify"),
    ],
    "till-sandbox": [
        (
            "An acquirer on this machine, and a merchant whose payers pay after two seconds:",
            "till-sandbox serve --state sandbox &\n"
            'till-sandbox merchant add --state sandbox --name "Corner Tea" --currency CNY --out keys --script paid_after:2',
        ),
        ("Pay as the payer's phone does:", "till-sandbox pay 01JNA6S2K4M6P8R0T2V4X6Z8B0"),
    ],
}


def programs(arguments):
    """The folder of the built programs, from --programs, else where a plain build leaves them."""
    if "--programs" in arguments:
        return arguments[arguments.index("--programs") + 1]
    return os.path.join(ROOT, ".build/debug")


def dump(folder, name):
    """What a program says of its command line."""
    path = os.path.join(folder, name)
    if not os.access(path, os.X_OK):
        sys.exit(f"{path} is not there: swift build, or name the folder of the programs with --programs")
    text = subprocess.run([path, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    return json.loads(text)["command"]


def leaves(command, path=()):
    """The commands that do something, with the words that call each."""
    words = path + (command["commandName"],)
    inner = [part for part in command.get("subcommands", []) if part["commandName"] != "help" and part["shouldDisplay"]]
    if not inner:
        yield words, command
    for part in inner:
        yield from leaves(part, words)


def arguments(command):
    """Its arguments that people are shown, in the order in which they are declared."""
    return [part for part in command.get("arguments", []) if part["shouldDisplay"]]


def name(argument):
    """Its long name, or its value's where it has none."""
    return (argument.get("preferredName") or {}).get("name", argument["valueName"])


def spellings(argument):
    """All its names with their dashes, the short one first."""
    names = [("-" if part["kind"] == "short" else "--") + part["name"] for part in argument.get("names", [])]
    return sorted(names, key=len)


def value(argument):
    """What stands for its value: SOCKET; None for a flag."""
    return None if argument["kind"] == "flag" else argument["valueName"].upper()


def is_common(argument):
    return argument["kind"] != "positional" and name(argument) in COMMON


def explained(argument):
    """Its help, with its words and its default where the help does not name them."""
    text = argument.get("abstract", "")
    words = argument.get("allValues") or ((argument.get("completionKind") or {}).get("list") or {}).get("values") or []
    if argument.get("allValues") and not all(word in text for word in words):
        text += " One of " + ", ".join(words) + "."
    default = argument.get("defaultValue")
    if default and default not in text and argument["kind"] == "option":
        text = f"{text.rstrip('.')}; {default} if not given."
    return text.strip()


def paragraphs(text):
    """The paragraphs of a discussion, each on one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def sentences(text):
    """The sentences of a paragraph."""
    return re.split(r"(?<=[.!?]) (?=[A-Z\"(])", text)


def statuses(program):
    """The exit statuses of a program and of its commands: (None or command, status, meaning)."""
    with open(os.path.join(MANUAL, "Reference/ExitStatuses.md"), encoding="utf-8") as file:
        rows = re.findall(r"^\| *(?:`([^`]+)`)? *\| *(\d+) *\| *(.+?) *\|$", file.read(), re.M)
    found, about = [], ""
    for words, status, meaning in rows:
        about = words or about
        if about.split()[0] == program:
            found.append((about if " " in about else None, int(status), meaning.replace("`", "")))
    return found


def settle(made, check, tool):
    """Writes files of the root that are not as they should be, or only says which those are."""
    wrong = []
    for path, text in sorted(made.items()):
        full = os.path.join(ROOT, path)
        there = None
        if os.path.exists(full):
            with open(full, encoding="utf-8") as file:
                there = file.read()
        if there == text:
            continue
        wrong.append(path)
        if not check:
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
    if check and wrong:
        sys.exit(f"{tool}: not what the programs and files say: {', '.join(wrong)}: run Scripts/{tool}")
