#!/usr/bin/env python3
"""Holds the explained decision in README.md against what the program says about the invented county of scripts/demo.

    scripts/check_readme.py PROGRAM

Exit status: 0 the same, 1 not.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = "scripts/check_readme.py holds this block against the program."
# People of the same seed are the same however many there are, and the one explained stands near the beginning.
SYNTH = ["--people", "200", "--county", "LOS ANGELES", "--seed", "64"]


def said_by(program: str, *words: str) -> str:
    done = subprocess.run([program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"check_readme: '{' '.join([program, *words])}' failed:\n{done.stderr}")
    return done.stdout


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit("check_readme: give the program, for example build/dev/redress")
    program = str(Path(sys.argv[1]).resolve())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^redress (explain) demo/county\.csv (.*)$", readme, re.MULTILINE)
    block = re.search(re.escape(MARK) + r" -->\n```\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    if not command or not block:
        sys.exit("check_readme: README.md lacks the command 'redress explain demo/county.csv …' or the marked block after it")
    with tempfile.TemporaryDirectory() as folder:
        county = str(Path(folder) / "county.csv")
        said_by(program, "synth", *SYNTH, "--out", county)
        said = said_by(program, command[1], county, *command[2].split())
    if block[1] in said:
        return 0
    print(f"README.md: the explained decision is not what the program says. It says:\n\n{said}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
