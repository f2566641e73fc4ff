#!/usr/bin/env python3
"""Holds every #include, and the DEPENDS of CMakeLists.txt, against the table of directions in ARCHITECTURE.md.

Prints each breach as "file:line: what" with what to do below it. Exit status: 0 none, 1 some, 2 the table is faulty.

    scripts/check_layers.py [--root FOLDER]
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
from cpp_text import without_comments  # noqa: E402

SOURCES = {".h", ".cc"}
INCLUDE = re.compile(r"^[ \t]*#[ \t]*(?:include|include_next|import)\b[ \t]*(.*)$", re.MULTILINE)
NAMED = re.compile(r'(?P<open>[<"])(?P<path>[^>"\n]+)[>"]')
STANDARD = re.compile(r"[a-z0-9_]+")  # <vector>: no folder and no ending

# The rows of the table that are no rooms, and the words by which they say what they may include.
INCLUDE_ROW = ("include", "std only")
APPS_ROW = ("apps", "include/redress only")
TESTS_ROW = ("tests", "everything above")


class TableFault(Exception):
    """The table of directions is missing or says something that this script does not understand."""


@dataclass
class Breach:
    place: str
    what: str
    to_do: str


@dataclass
class Table:
    """Which rooms each room may look at, itself left out; in the order of the table."""

    looks_at: dict[str, list[str]] = field(default_factory=dict)


def read_table(architecture: Path) -> Table:
    if not architecture.is_file():
        raise TableFault(f"{architecture.name} is missing; the table of directions stands in it")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", architecture.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = next((b.splitlines() for b in blocks if re.match(r"\s*base\s*:", b)), None)
    if lines is None:
        raise TableFault(f"{architecture.name} has no fenced table that begins with 'base : -'")
    table = Table()
    fixed = dict([INCLUDE_ROW, APPS_ROW, TESTS_ROW])
    seen = set()
    for line in filter(str.strip, lines):
        name, colon, words = (part.strip() for part in line.partition(":"))
        if not colon or not words or name in seen:
            raise TableFault(f"'{line.strip()}' is not 'room : rooms', or stands twice")
        seen.add(name)
        if name in fixed:
            if words != fixed[name]:
                raise TableFault(f"the row '{name}' must say '{fixed[name]}': the script knows no other rule for it")
            continue
        if words == "everything above":
            table.looks_at[name] = list(table.looks_at)
            continue
        rooms = [] if words == "-" else words.split()
        for room in rooms:
            if room not in table.looks_at:
                raise TableFault(f"'{name}' looks at '{room}', which does not stand above it")
        table.looks_at[name] = rooms
    for name in fixed:
        if name not in seen:
            raise TableFault(f"the row '{name} : {fixed[name]}' is missing")
    return table


def sources_below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in SOURCES and p.is_file()) if folder.is_dir() else []


def includes_of(file: Path):
    """(line, opening mark, path) of each include; a mark of None where the path is made by a macro."""
    text = without_comments(file.read_text(encoding="utf-8"))
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        named = NAMED.match(match[1].strip())
        yield (line, named["open"], named["path"]) if named else (line, None, match[1].strip())


class Checker:
    def __init__(self, root: Path, table: Table):
        self.root = root
        self.table = table
        self.breaches: list[Breach] = []

    def add(self, place: str, what: str, to_do: str) -> None:
        self.breaches.append(Breach(place, what, to_do))

    def check(self) -> None:
        self.check_room_folders()
        for room in self.table.looks_at:
            self.check_files(self.root / "src" / room, lambda file, mark, path, room=room: self.fault_in_room(room, mark, path))
        self.check_files(self.root / "include", self.fault_in_include)
        self.check_files(self.root / "apps", self.fault_in_apps)
        self.check_files(self.root / "tests", lambda file, mark, path: None)
        self.check_cmake()

    def check_room_folders(self) -> None:
        src = self.root / "src"
        for entry in sorted(src.iterdir()) if src.is_dir() else []:
            shown = f"src/{entry.name}"
            if entry.is_dir() and entry.name not in self.table.looks_at:
                self.add(f"{shown}:1", "this folder is no room of the table", "Give it a row in ARCHITECTURE.md, or move its files into a room.")
            elif entry.is_file() and entry.suffix in SOURCES:
                self.add(f"{shown}:1", "this file stands in no room", "Move it into the room that it belongs to.")

    def check_files(self, folder: Path, fault_of) -> None:
        for file in sources_below(folder):
            shown = file.relative_to(self.root).as_posix()
            for line, mark, path in includes_of(file):
                fault = self.fault_everywhere(mark, path) or fault_of(file, mark, path)
                if fault:
                    self.add(f"{shown}:{line}", *fault)

    @staticmethod
    def fault_everywhere(mark, path):
        if mark is None:
            return f"the include '{path}' is made by a macro", "Write the path out, so that it can be checked."
        if ".." in path.split("/"):
            return f'"{path}" climbs out of its folder', "Write the path from src/ or include/."
        if path.endswith((".cc", ".cpp")):
            return f'"{path}" is no header', "Include a header, and let the build compile the file."
        return None

    def fault_in_room(self, room: str, mark, path: str):
        first, slash, _ = path.partition("/")
        if not slash:
            if mark == '"':
                return f'"{path}" does not name its room', f'Write the path from src/, for example "{room}/{path}".'
            return None
        if first == "redress":
            if (self.root / "include" / path).is_file():
                return None
            return f'"{path}" is no header of include/redress', "Correct the path."
        if first in self.table.looks_at:
            if first == room or first in self.table.looks_at[room]:
                return None
            allowed = " ".join(self.table.looks_at[room]) or "no other room"
            return (f'{room} may not look at {first} ("{path}")',
                    f"{room} may look at: {allowed}. Move what is needed down, pass it in as an argument, or do the work "
                    f"in a room that may see both.")
        if mark == '"':
            return f'"{path}" is in no room', "Write the path from src/; headers of libraries and of the system in <>."
        return None

    def fault_in_include(self, _file, mark, path: str):
        if path.startswith("redress/"):
            return None
        if mark == "<" and STANDARD.fullmatch(path):
            return None
        return (f"a public header may not include {'<' + path + '>' if mark == '<' else chr(34) + path + chr(34)}",
                'Public headers use the standard library and other "redress/…" headers only.')

    def fault_in_apps(self, file: Path, mark, path: str):
        first = path.partition("/")[0]
        if first == "redress":
            return None
        if first in self.table.looks_at and "/" in path:
            return (f'an app may not look at the room {first} ("{path}")',
                    "Apps use include/redress only. What is missing there belongs into a public header.")
        if mark == '"' and not (file.parent / path).is_file():
            return f'"{path}" is neither a public header nor a file of this app', 'Write "redress/…" or a file beside this one.'
        return None

    def check_cmake(self) -> None:
        lists = self.root / "CMakeLists.txt"
        if not lists.is_file():
            self.add("CMakeLists.txt:1", "the file is missing", "Put it back.")
            return
        text = re.sub(r"#[^\n]*", lambda m: " " * len(m[0]), lists.read_text(encoding="utf-8"))
        found = set()
        for match in re.finditer(r"\bredress_module\s*\(([^)]*)\)", text):
            place = f"CMakeLists.txt:{text.count(chr(10), 0, match.start()) + 1}"
            name, *words = match[1].split()
            found.add(name)
            if name not in self.table.looks_at:
                self.add(place, f"the module '{name}' is no room of the table", "Give it a row in ARCHITECTURE.md.")
                continue
            depends = words[words.index("DEPENDS") + 1:] if "DEPENDS" in words else []
            depends = depends[:depends.index("LIBS")] if "LIBS" in depends else depends
            wanted = self.table.looks_at[name]
            if set(depends) != set(wanted):
                self.add(place, f"DEPENDS of '{name}' is '{' '.join(depends) or '-'}', the table says '{' '.join(wanted) or '-'}'",
                         "Make both say the same.")
        for room in self.table.looks_at:
            if room not in found:
                self.add("CMakeLists.txt:1", f"there is no redress_module({room} …)", "Add it, or take the room out of the table.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the project's folder")
    root = parser.parse_args().root.resolve()
    try:
        checker = Checker(root, read_table(root / "ARCHITECTURE.md"))
    except TableFault as fault:
        print(f"check_layers: {fault}", file=sys.stderr)
        return 2
    checker.check()
    for breach in checker.breaches:
        print(f"{breach.place}: {breach.what}\n    {breach.to_do}")
    if checker.breaches:
        print(f"check_layers: {len(checker.breaches)} breach{'es' if len(checker.breaches) > 1 else ''} of the table in ARCHITECTURE.md")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
