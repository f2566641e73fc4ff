#!/usr/bin/env python3
"""Refuses a name that two .cc files of one folder's build define for themselves: a build joins such files.

Looks at what unnamed namespaces hold: structs, classes, enums, the names in plain enums, constants, and functions with
the same parameters; and at the constants in headers of the folder.
Prints each as "file:line: name" with the file that has it too. Exit status: 0 none, 1 some.

    scripts/check_names.py [--root FOLDER]
"""

import argparse
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from cpp_text import code_only  # noqa: E402

# Folders whose .cc files may be joined: each room with its subfolders, and each group of tests.
GROUPS = ("src/*", "tests/unit/*", "tests/properties", "tests/regress", "tests/whole", "tests/support")

TYPE = re.compile(r"^(?:struct|class|enum class|enum)\s+(\w+)[^;]*[{:]", re.MULTILINE)
PLAIN_ENUM = re.compile(r"^enum(?! class)[^{;]*\{([^}]*)\}", re.MULTILINE)
CONSTANT = re.compile(r"^(?:inline |static |constexpr |const )*(?:constexpr|const)\b[^;={(]*?\b(\w+)(?:\[[^\]]*\])?\s*[={]", re.MULTILINE)
FUNCTION = re.compile(r"^(?!struct|class|enum|using|namespace|template|constexpr std::array|return|static_assert)[\w:][\w:<>,&*\s\[\]]*?[\s&*](\w+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?:const\s*)?\{", re.MULTILINE)


# Types that a literal becomes: a call with one fits both of two functions.
TEXT = re.compile(r"^(?:const )?(?:std::string(?:_view)?\s*&?|char\s*\*)$")


def unnamed(code: str):
    """Yields (offset, text) of each unnamed namespace; one that begins a line and is closed by a brace that does."""
    for opening in re.finditer(r"^namespace \{\n", code, re.MULTILINE):
        closing = re.compile(r"^\}[ \t]*$", re.MULTILINE)
        at = opening.end()
        while (end := closing.search(code, at)) is not None:
            inside = code[opening.end():end.start()]
            if inside.count("{") == inside.count("}"):
                yield opening.end(), inside
                break
            at = end.end()


def parameter_types(parameters: str):
    """Yields the parameters without their names and defaults, so that equal ones look equal; and, for each that has a
    default, those before it, because a call without it fits them too."""
    types: list[str] = []
    for parameter in re.sub(r"\s+", " ", parameters).split(","):
        before_default, default, _ = parameter.partition("=")
        if default:
            yield ", ".join(types)
        type_alone = re.sub(r"(?<=[\s&*>])\w+$", "", before_default.strip()).strip()
        types.append(TEXT.sub("text", type_alone))
    yield ", ".join(types)


def names_of(path: Path):
    """Yields (line, name as it clashes)."""
    code = code_only(path.read_text(encoding="utf-8"))
    for offset, text in unnamed(code):
        for pattern in (TYPE, CONSTANT, FUNCTION):
            for found in pattern.finditer(text):
                line = code.count("\n", 0, offset + found.start()) + 1
                calls = [f"({types})" for types in parameter_types(found.group(2))] if pattern is FUNCTION else [""]
                yield from ((line, found.group(1) + call) for call in calls)
        for found in PLAIN_ENUM.finditer(text):
            for name in re.findall(r"(\w+)\s*(?:=[^,}]*)?(?:,|$)", found.group(1)):
                yield code.count("\n", 0, offset + found.start()) + 1, name


def clashes(root: Path) -> list[str]:
    found = []
    for group in GROUPS:
        for folder in sorted(p for p in root.glob(group) if p.is_dir()):
            first: dict[str, Path] = {}
            # What a header of the folder defines for all that include it is seen by the files joined with them.
            for header in sorted(folder.rglob("*.h")):
                for found_name in CONSTANT.finditer(code_only(header.read_text(encoding="utf-8"))):
                    first.setdefault(found_name.group(1), header)
            for path in sorted(folder.rglob("*.cc")):
                for line, name in names_of(path):
                    if first.setdefault(name, path) != path:
                        found.append(f"{path.relative_to(root)}:{line}: {name} is also in {first[name].relative_to(root)}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the project's folder")
    found = clashes(parser.parse_args().root)
    for line in found:
        print(line)
    if found:
        print("Give one of each two another name, or one home: a build joins the files of a folder.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
