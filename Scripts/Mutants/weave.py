"""Copies the tree and puts every mutant of Tests/Mutants/mutants.txt into the copy, as a switch.

usage: weave.py TREE <names of files, each ended by a zero byte

Prints one line for each mutant, "number<TAB>name<TAB>target". Ends with 1 if the list does not follow the code.
"""

import os
import re
import sys

LIST = "Tests/Mutants/mutants.txt"
SWITCH = "Sources/Core/TillCore/Mutant.swift"
KINDS = ("expression", "statement", "words")

SWITCH_TEXT = """\
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The mutant that is on, by its number in the environment; none if there is no number.
package enum Mutant {
    private static let number = getenv("TILLD_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

    /// Whether it is this one.
    package static func isOn(_ number: Int) -> Bool { number == self.number }
}
"""


class Place:
    """A part of a file, and what stands there if a mutant is on."""

    def __init__(self, number, kind, start, end, new):
        self.number, self.kind, self.start, self.end, self.new = number, kind, start, end, new


def mutants(text):
    """The mutants of the list: name, file, kind, and pairs of old and new text."""
    found = []
    was = ""
    for line in text.split("\n"):
        field, colon, value = line.partition(": ")
        if line.startswith("mutant: "):
            found.append({"name": value, "changes": []})
        elif colon and found and field in ("file", "as", "if so"):
            found[-1][field] = value
        elif line.startswith("- ") and found:
            if was != "-":
                found[-1]["changes"].append(([], []))
            found[-1]["changes"][-1][0].append(line[2:])
        elif line.startswith("+ ") and found and found[-1]["changes"]:
            found[-1]["changes"][-1][1].append(line[2:])
        was = line[:1]
    return found


def places(number, mutant, text):
    """Where a mutant changes its file; raises ValueError with what is wrong."""
    for old, new in mutant["changes"]:
        marked = "\n".join(old)
        before, opened, rest = marked.partition("«")
        part, closed, after = rest.partition("»")
        whole = before + part + after if opened else marked
        if bool(opened) != bool(closed) or "«" in part + after or "»" in after:
            raise ValueError("« and » do not belong together")
        if text.count(whole) != 1:
            raise ValueError(f"\"{whole}\" stands {text.count(whole)} times in {mutant['file']}")
        start = text.index(whole) + (len(before) if opened else 0)
        end = start + len(part if opened else whole)
        if mutant["as"] != "statement" and not new:
            raise ValueError("nothing can stand there only for a statement")
        yield Place(number, mutant["as"], start, end, "\n".join(new))


def switched(place, old):
    """The text of a place with its switch."""
    isOn = f"Mutant.isOn({place.number})"
    if place.kind == "expression":
        return f"({isOn} ? ({place.new}) : ({old}))"
    if place.kind == "words":
        return f'\\({isOn} ? "{place.new}" : "{old}")' if not old.startswith("\\(") else None
    if not old:
        return f"if {isOn} {{\n{place.new}\n}}\n"
    return f"if {isOn} {{\n{place.new}\n}} else {{\n{old}\n}}"


def woven(text, start, end, within):
    """A part of a file with the switches of the places in it; a place may lie within another."""
    # What begins first and ends last holds the others; insertions come before what begins there.
    within = sorted(within, key=lambda p: (p.start, p.end > p.start, -p.end, p.number))
    out, at = "", start
    while within:
        place = within.pop(0)
        if place.end == place.start:
            out += text[at:place.start] + switched(place, "")
            at = place.start
            continue
        inner = [p for p in within if p.start < place.end]
        if any(p.end > place.end for p in inner):
            raise ValueError(f"two mutants overlap at \"{text[place.start:place.end]}\"")
        within = [p for p in within if p not in inner]
        same = [p for p in inner if (p.start, p.end) == (place.start, place.end)]
        old = woven(text, place.start, place.end, [p for p in inner if p not in same])
        for p in [place] + same:
            old = switched(p, old)
            if old is None:
                raise ValueError(f"words of a string can be replaced by one mutant: \"{text[p.start:p.end]}\"")
        out += text[at:place.start] + old
        at = place.end
    return out + text[at:end]


def importing(text):
    """A file that can name the switch."""
    if "import TillCore\n" in text:
        return text
    licence, rest = text.split("\n", 1)
    return licence + "\n\nimport TillCore\n" + rest


def depending(text, targets):
    """The package, in which targets with a mutant depend on the one with the switch: a program links only what is named."""
    for target in sorted(targets - {"TillCore"}):
        found = re.search(r'room\(\s*"\w+",\s*"%s",\s*\[([^]]*)' % target, text)
        if not found:
            raise ValueError(f"the package has no dependencies of {target} to add the switch to")
        if '"TillCore"' not in found.group(1):
            text = text[:found.start(1)] + '"TillCore", ' + text[found.start(1):]
    return text


def write(path, content):
    """Writes a file unless it says the same, so that nothing is compiled again without need."""
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == content:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def link(path, target):
    """Makes a link unless it is there: some folders are shared by two targets."""
    if os.path.islink(path) and os.readlink(path) == target:
        return
    if os.path.lexists(path):
        os.remove(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    os.symlink(target, path)


def main(tree):
    given = [name for name in sys.stdin.buffer.read().decode().split("\0") if name]
    links = [name for name in given if os.path.islink(name)]
    names = [name for name in given if os.path.isfile(name) and name not in links]
    with open(LIST, encoding="utf-8") as file:
        listed = mutants(file.read())
    faults, changed, lines = [], {}, []
    for number, mutant in enumerate(listed, 1):
        try:
            if not mutant["changes"] or mutant.get("as") not in KINDS or not mutant.get("if so"):
                raise ValueError("it needs a file, a kind, a sentence and a text")
            with open(mutant["file"], encoding="utf-8") as file:
                changed.setdefault(mutant["file"], []).extend(places(number, mutant, file.read()))
        except (ValueError, KeyError, OSError) as error:
            faults.append(f"{mutant['name']}: {error}")
            continue
        lines.append(f"{number}\t{mutant['name']}\t{mutant['file'].split('/')[2]}")
    doubled = {m["name"] for m in listed if sum(m["name"] == n["name"] for n in listed) > 1}
    faults += [f"{name}: there are two of that name" for name in sorted(doubled)]
    for name in names:
        with open(name, "rb") as file:
            content = file.read()
        if name in changed:
            text = content.decode()
            try:
                text = woven(text, 0, len(text), changed[name])
            except ValueError as error:
                faults.append(f"{name}: {error}")
            if not name.startswith("Sources/Core/TillCore/"):
                text = importing(text)
            content = text.encode()
        if name == "Package.swift":
            try:
                content = depending(content.decode(), {path.split("/")[2] for path in changed}).encode()
            except ValueError as error:
                faults.append(str(error))
        if not faults:
            write(os.path.join(tree, name), content)
    if faults:
        sys.exit("\n".join(f"the list does not follow the code: {fault}" for fault in faults))
    for name in links:
        link(os.path.join(tree, name), os.readlink(name))
    write(os.path.join(tree, SWITCH), SWITCH_TEXT.encode())
    kept = {os.path.join(tree, name) for name in names + links + [SWITCH]}
    for folder, _, files in os.walk(tree):
        for file in files:
            path = os.path.join(folder, file)
            if path not in kept and file != "Package.resolved":
                os.remove(path)
    print("\n".join(lines))


main(sys.argv[1])
