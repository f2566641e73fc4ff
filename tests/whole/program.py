"""The program run as people run it, for tests that give it bad input, make its calls fail or kill it.

REDRESS_PROGRAM names the program, REDRESS_FAULT_SHIM the library of tests/support/fault_shim.c; without them those of
build/dev are used. REDRESS_FULL=1 asks for the long variants; REDRESS_SANITIZE says that the build has sanitizers.
"""

import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("REDRESS_PROGRAM") or str(ROOT / "build/dev/redress")
SHIM = os.environ.get("REDRESS_FAULT_SHIM") or str(ROOT / "build/dev/tests/libfault_shim.so")
IS_SANITIZED = bool(os.environ.get("REDRESS_SANITIZE"))
IS_FULL = os.environ.get("REDRESS_FULL") == "1"
POLICY = ["--policy", "us-ca.prop64.los-angeles", "--as-of", "2020-03-01"]

DONE, FAILED, WRONG_WORDS = 0, 1, 2

with (ROOT / "formats/us-ca/doj-research.csv").open(newline="") as table:
    COLUMNS = [row["name"] for row in csv.DictReader(table)]

# What no error may repeat: every row below has it in a cell.
SECRET = "QUILLFEATHER"


def row(person="100000001", **cells):
    """A line of a research file: one convicted count under HS 11357 in Los Angeles, save where `cells` say otherwise."""
    values = {"SUBJECT_ID": person, "PRI_NAME": SECRET + " ANA", "PRI_DOB": "19600314", "STP_EVENT_DATE": "20050211",
              "STP_TYPE_DESCR": "COURT ACTION", "STP_ORI_CNTY_NAME": "LOS ANGELES", "CNT_ORDER": "001002003000",
              "OFFENSE_DESCR": "11357(A) HS-POSSESS", "DISP_DESCR": "CONVICTED", "CONV_STAT_DESCR": "FELONY",
              "SENT_LENGTH": "90", "SENT_TIME_CODE": "D"}
    values.update(cells)
    unknown = values.keys() - set(COLUMNS)
    assert not unknown, unknown
    return ",".join(values.get(name, "") for name in COLUMNS) + "\n"


HEADER = ",".join(COLUMNS) + "\n"


def rows(people, **cells):
    """A file of that many people, two rows each."""
    burglary = {"CNT_ORDER": "004001001000", "OFFENSE_DESCR": "459 PC-BURGLARY", "STP_EVENT_DATE": "20110405"}
    return HEADER + "".join(row(str(100000001 + i), **cells) + row(str(100000001 + i), **burglary, **cells) for i in range(people))


class ProgramTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_program(self, *words, program=PROGRAM, prefix=(), environment=None, **options):
        """The finished run in the scratch folder, its words decoded."""
        options.setdefault("stdin", subprocess.DEVNULL if "input" not in options else None)
        if options["stdin"] is None:
            del options["stdin"]
        done = subprocess.run([*prefix, program, *map(str, words)], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=600, env={**os.environ, **(environment or {})}, check=False,
                              **options)
        done.stdout = done.stdout.decode("utf-8", "replace")
        done.stderr = done.stderr.decode("utf-8", "replace")
        return done

    def evaluate(self, *words, out="results", **options):
        return self.run_program("evaluate", *words, *POLICY, "--out", out, "--quiet", "--no-report", **options)

    def refused(self, done, *says, status=FAILED):
        """That a run failed with words that say all this, and nothing of a person; its words."""
        words = done.stderr
        self.assertEqual(done.returncode, status, words)
        self.assertEqual(done.stdout, "")
        self.assertRegex(words, r"(?m)^redress: ")
        lines = words[words.index("redress: "):].strip().splitlines()
        self.assertGreaterEqual(len(lines), 2, "says what is wrong, and below it what to do: " + words)
        for text in says:
            self.assertIn(text, words)
        self.assertNotIn(SECRET, words)
        return words

    def nothing_is_left(self, out="results"):
        self.assertFalse(os.path.lexists(self.folder / out))
        self.no_temporary_file_is_left()

    def no_temporary_file_is_left(self):
        self.assertEqual([p for p in self.folder.rglob("*") if ".unfinished" in str(p)], [])

    def is_complete(self, out="results"):
        """That a results folder is whole: what its manifest names, with these checksums, and nothing else."""
        folder = self.folder / out
        outputs = json.loads((folder / "manifest.json").read_bytes())["outputs"]
        self.assertGreaterEqual(len(outputs), 3)
        self.assertEqual(sorted(p.name for p in folder.iterdir()), sorted([o["name"] for o in outputs] + ["manifest.json"]))
        for output in outputs:
            content = (folder / output["name"]).read_bytes()
            self.assertEqual((len(content), hashlib.sha256(content).hexdigest()), (output["bytes"], output["sha256"]))

    def calls_of(self, *words):
        """The calls of an untouched run of these words, as (number, name, path)."""
        log = self.folder.parent / (self.folder.name + ".log")
        try:
            done = self.run_program(*words, environment=shim(FAULT_LOG=str(log)))
            self.assertEqual(done.returncode, DONE, done.stderr)
            calls = [line.split(" ", 2) for line in log.read_text().splitlines()]
        finally:
            log.unlink(missing_ok=True)
        return [(int(number), name, path) for number, name, path in calls]


def shim(**what):
    """The environment in which the program's calls are counted and one of them is made to go wrong."""
    assert Path(SHIM).is_file(), SHIM  # the loader would only warn
    # The address sanitizer wants to be loaded first; it need not be for what the library does.
    options = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS", ""), "verify_asan_link_order=0"]))
    return {"LD_PRELOAD": SHIM, "ASAN_OPTIONS": options, **{name: str(value) for name, value in what.items()}}


class Counted(unittest.TextTestResult):
    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print(f"SKIPPED: {reason}", flush=True)


def main():
    """Runs the tests of the calling file, and counts them in the form that scripts/run_tests.py reads."""
    runner = unittest.TextTestRunner(resultclass=Counted)
    program = unittest.main(testRunner=runner, exit=False)
    result = program.result
    # A test may fail in several of its parts.
    failed = len({getattr(test, "test_case", test) for test, _ in result.failures + result.errors} | set(result.unexpectedSuccesses))
    # What was skipped is counted by its line.
    print(f"[doctest] test cases: {result.testsRun} | {result.testsRun - failed} passed | {failed} failed | 0 skipped")
    sys.exit(not result.wasSuccessful())
