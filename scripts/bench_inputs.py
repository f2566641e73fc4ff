"""The files that scripts/bench measures with, and the look at results before any time is taken."""

import csv
import hashlib
import json
import shutil
from pathlib import Path

from measured_runs import Wrong, run

ROOT = Path(__file__).resolve().parent.parent
ROWS_PER_PERSON = 9.95  # of 'redress synth' with its defaults
SEED = "64"
COUNTY = "LOS ANGELES"
AS_OF = ["--as-of", "2019-11-11"]
DECIDE = ["--policy", "us-ca.prop64.los-angeles", *AS_OF]
ROW_FILES = ("convictions.csv", "all_rows.csv", "condensed.csv")
PIECE = 1 << 24


def people_for(rows: int) -> int:
    """Some more than are needed, so that there are at least as many rows."""
    return max(1, round(rows * 1.005 / ROWS_PER_PERSON))


class Inputs:
    """Invented files below one folder, kept between runs; another program's inventions get other names."""

    def __init__(self, program: Path, folder: Path):
        self.program = str(program)
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        sample = folder / "sample.csv"
        sample.unlink(missing_ok=True)
        run(self.synth_command(200, sample))
        self.inventions = hashlib.sha256(sample.read_bytes()).hexdigest()[:12]

    def synth_command(self, people: int, out: Path) -> list[str]:
        return [self.program, "synth", "--people", str(people), "--county", COUNTY, "--seed", SEED, "--out", str(out)]

    def _kept(self, stem: str) -> Path:
        for old in self.folder.glob(f"{stem}-*.csv"):
            if self.inventions not in old.name:
                old.unlink()
        return self.folder / f"{stem}-{self.inventions}.csv"

    def county(self, people: int) -> Path:
        """With the mess of real files."""
        file = self._kept(f"county-{people}")
        if not file.exists():
            run(self.synth_command(people, file))
        return file

    def clean(self, rows: int) -> Path:
        """The header and this many good rows, one line each."""
        file = self._kept(f"clean-{rows}")
        if not file.exists():
            whole = self.folder / "whole.csv"
            whole.unlink(missing_ok=True)
            run([*self.synth_command(people_for(rows) + 20, whole), "--clean"])
            with whole.open("rb") as lines, file.open("wb") as kept:
                written = 0
                for line in lines:
                    kept.write(line)
                    written += 1
                    if written == rows + 1:
                        break
            whole.unlink()
            if written != rows + 1:
                raise Wrong(f"only {written - 1} rows were invented instead of {rows}")
        return file

    def one_person(self, rows: int) -> Path:
        """A record of this many good, different rows: those of many people under the identity of the first, with cycles
        and steps numbered anew, so that every count stays a count of its own."""
        file = self._kept(f"person-{rows}")
        if file.exists():
            return file
        with (ROOT / "formats/us-ca/doj-research.csv").open(encoding="utf-8", newline="") as table:
            columns = list(csv.DictReader(table))
        identity = [i for i, column in enumerate(columns) if column["privacy"] == "identity"]
        person = next(i for i, column in enumerate(columns) if column["fact"] == "person")
        count = next(i for i, column in enumerate(columns) if column["fact"] == "count_order")
        with (self.clean(rows).open(encoding="latin-1", newline="") as old,
              file.open("w", encoding="latin-1", newline="") as new):
            reader, writer = csv.reader(old), csv.writer(new, lineterminator="\n")
            writer.writerow(next(reader))
            first: list[str] = []
            steps: dict[tuple[str, str], int] = {}
            for row in reader:
                first = first or list(row)
                number = steps.setdefault((row[person], row[count][:6]), len(steps))
                row[count] = f"{number % 999 + 1:03}{number // 999 + 1:03}{row[count][6:]}"
                for cell in identity:
                    row[cell] = first[cell]
                writer.writerow(row)
        return file


def records_in(file: Path) -> int:
    """Counted by line feeds outside quotes, the header too. For our own outputs, in which all quotes are in place."""
    records = 0
    inside = False
    with file.open("rb") as stream:
        while piece := stream.read(PIECE):
            parts = piece.split(b'"')
            records += sum(part.count(b"\n") for part in parts[int(inside)::2])
            inside ^= len(parts) % 2 == 0
    return records


def sha256_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_results(folder: Path, data: Path) -> dict[str, int]:
    """The counts of a results folder, after its sums and its rows were found right without the program's help."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    written = [(folder / entry["name"], entry) for entry in manifest["outputs"]]
    for file, entry in [(data, manifest["inputs"][0]), *written]:
        if sha256_of(file) != entry["sha256"]:
            raise Wrong(f"{file.name} is not what the manifest says")
    counts = manifest["counts"]
    if counts["rows_in"] != counts["rows_out"] + counts["rows_rejected"]:
        raise Wrong("rows in are not rows out and rejects")
    rejects = counts["rows_rejected"] + counts["rows_unusable"]
    out = counts["rows_out"]
    for name, rows in (("rejects.csv", rejects), ("all_rows.csv", out), ("condensed.csv", out)):
        if (folder / name).exists() and records_in(folder / name) != rows + 1:
            raise Wrong(f"{name} has {records_in(folder / name) - 1} rows instead of {rows}")
    return counts


def check_same(one: Path, other: Path) -> None:
    names = sorted(file.name for file in one.iterdir())
    if names != sorted(file.name for file in other.iterdir()):
        raise Wrong(f"{one.name} and {other.name} hold different files")
    for name in names:
        if sha256_of(one / name) != sha256_of(other / name):
            raise Wrong(f"{name} differs between {one.name} and {other.name}")


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
