#!/usr/bin/env python3
"""Builds the tests, runs them and the checks of the sources, and counts: the work behind scripts/test.

What counts as one: a TEST_CASE of a test program; a test that ctest runs and that is no such program; a check; with
--full also each sanitizer build, the policies' cases, and each fuzz target. A test case that prints a line
"SKIPPED: reason" counts as skipped instead of passed. A build that fails counts as one failure.

    scripts/run_tests.py [--full]
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JOBS = str(os.cpu_count() or 2)
# A number of runs and a seed instead of seconds, so that a short run is the same each time. A run of the target that
# decides whole files takes longest.
FUZZ_RUNS = {"evaluate": 3000, "policy_file": 10000, "cases": 15000, "workbook": 20000, "dates": 1000000}
FUZZ_RUNS_OTHERS = 50000
FUZZ_SEED = "20191025"

# The checks that need no build: name, command.
CHECKS = (
    ("directions between rooms", [sys.executable, "-B", "scripts/check_layers.py"]),
    ("calls that the engine may not make", [sys.executable, "-B", "scripts/check_calls.py"]),
    ("names that two files of a room define", [sys.executable, "-B", "scripts/check_names.py"]),
    ("tests of the scripts", [sys.executable, "-B", "-m", "unittest", "discover", "-q", "-s", "tests/scripts", "-p", "*_test.py"]),
)

SUMMARY = re.compile(r"^\[doctest\] test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped", re.MULTILINE)
SKIP_LINE = re.compile(r"^SKIPPED: ", re.MULTILINE)


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    skip_reasons: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.skip_reasons += other.skip_reasons

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def count_program(output: str, succeeded: bool) -> Count:
    """What one test of ctest amounts to: the test cases of a doctest program, or one. Never better than its status."""
    summaries = SUMMARY.findall(output)
    count = Count()
    if summaries:
        _, count.passed, count.failed, count.skipped = (int(n) for n in summaries[-1])
        reasons = re.findall(r"^SKIPPED: (.*)$", output, re.MULTILINE)
        said_skipped = min(len(reasons), count.passed)
        count.passed -= said_skipped
        count.skipped += said_skipped
        count.skip_reasons = reasons
    elif succeeded and SKIP_LINE.search(output):
        count.skipped = 1
        count.skip_reasons = re.findall(r"^SKIPPED: (.*)$", output, re.MULTILINE)[:1]
    elif succeeded:
        count.passed = 1
    # A crash or a sanitizer's verdict after the summary fails the program though no test case failed.
    if not succeeded and count.failed == 0:
        count.failed = 1
    return count


def count_results(junit: str) -> tuple[Count, list[tuple[str, str]]]:
    """The count of a whole ctest run, from the results that it wrote; and (name, output) of what did not pass."""
    count = Count()
    failures = []
    cases = list(ElementTree.fromstring(junit).iter("testcase"))
    for case in cases:
        output = case.findtext("system-out") or ""
        status = case.get("status")
        if status == "disabled":
            count.add(Count(skipped=1, skip_reasons=[f"{case.get('name')} is disabled"]))
            continue
        if status == "notrun" and case.find("skipped") is not None and "SKIP_" in (case.find("skipped").get("message") or ""):
            count.add(Count(skipped=1, skip_reasons=[f"{case.get('name')} asked to be skipped"]))
            continue
        one = count_program(output, succeeded=status == "run")
        count.add(one)
        if one.failed:
            failures.append((case.get("name") or "?", output.strip() or "it failed without a word"))
    if not cases:
        count.failed += 1
        failures.append(("ctest", "there is no test"))
    return count, failures


def say(text: str) -> None:
    print(text, flush=True)


def minutes_since(began: float) -> str:
    """For whoever wants the whole run shorter; nothing is decided by it."""
    return f"{(time.monotonic() - began) / 60:.1f} min"


def run(command: list[str], quiet: bool = True, **environment: str) -> tuple[bool, str]:
    """Whether it succeeded, and what it said."""
    try:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if quiet else None,
                              stderr=subprocess.STDOUT if quiet else None, env={**os.environ, **environment}, check=False)
    except OSError as error:
        return False, f"{command[0]}: {error.strerror}"
    return done.returncode == 0, (done.stdout or b"").decode("utf-8", "replace")


def last_lines(text: str, most: int = 60) -> str:
    lines = text.rstrip().splitlines()
    return "\n".join((["…"] if len(lines) > most else []) + lines[-most:])


def check(name: str, command: list[str], **environment: str) -> Count:
    """Runs a check that passes or fails as a whole."""
    succeeded, output = run(command, **environment)
    say(f"{'passed' if succeeded else 'FAILED'}: {name}")
    if not succeeded:
        say(last_lines(output))
    return Count(passed=int(succeeded), failed=int(not succeeded))


def build(preset: str, *targets: str) -> bool:
    say(f"Building '{preset}'")
    began = time.monotonic()
    wanted = ["--target", *targets] if targets else []
    for command in (["cmake", "--preset", preset], ["cmake", "--build", "--preset", preset, "-j", JOBS, *wanted]):
        succeeded, output = run(command)
        if not succeeded:
            say(last_lines(output))
            say(f"FAILED: '{' '.join(command)}'")
            return False
    say(f"Built '{preset}' in {minutes_since(began)}")
    return True


def run_ctest(preset: str, **environment: str) -> Count:
    """Runs the tests of a preset that is built, shows the output of those that fail, and counts."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        junit = Path(folder) / "results.xml"
        whole = str(64 << 20)
        succeeded, output = run(["ctest", "--preset", preset, "-Q", "-j", JOBS, "--no-tests=error", "--output-junit", str(junit),
                                 "--test-output-size-passed", whole, "--test-output-size-failed", whole], **environment)
        if not junit.is_file():
            say(last_lines(output) or "ctest wrote no results")
            return Count(failed=1)
        count, failures = count_results(junit.read_text(encoding="utf-8", errors="replace"))
    if not succeeded and not count.failed:
        count.failed += 1
        failures.append(("ctest", output))
    for name, said in failures:
        say(f"FAILED: {name} ({preset})\n{last_lines(said)}")
    say(f"Ran the tests of '{preset}' in {minutes_since(began)}")
    return count


def run_sanitizer(preset: str) -> Count:
    """The same tests once more: the whole build counts as one."""
    if not build(preset):
        return Count(failed=1)
    # What the libraries of the report keep and do, which are not built for sanitizers.
    known = {"LSAN_OPTIONS": "leaks.txt", "TSAN_OPTIONS": "races.txt"}
    count = run_ctest(preset, **{name: f"suppressions={ROOT}/tests/support/{file}:print_suppressions=0"
                                 for name, file in known.items()})
    say(f"{'FAILED' if count.failed else 'passed'}: the tests of '{preset}' ({count})")
    return Count(failed=1) if count.failed else Count(passed=1)


def run_fuzz() -> Count:
    """A short run of each fuzz target over a copy of its corpus, so that what it finds does not end up in the project."""
    if not (ROOT / "fuzz").is_dir():
        return Count()
    if not build("fuzz", "fuzz_targets"):
        return Count(failed=1)
    count = Count()
    targets = sorted(p for p in (ROOT / "build/fuzz/fuzz").glob("fuzz_*") if p.is_file() and os.access(p, os.X_OK))
    if not targets:
        say("FAILED: the fuzz build made no program build/fuzz/fuzz/fuzz_*")
        return Count(failed=1)
    for target in targets:
        name = target.name.removeprefix("fuzz_")
        corpus = ROOT / "fuzz/corpus" / name
        if not corpus.is_dir():
            say(f"FAILED: the fuzz target {name} has no corpus fuzz/corpus/{name}")
            count.add(Count(failed=1))
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder) / "corpus"
            shutil.copytree(corpus, found)
            words = ROOT / f"fuzz/{name}.dict"
            count.add(check(f"fuzz target {name}",
                            [str(target), f"-runs={FUZZ_RUNS.get(name, FUZZ_RUNS_OTHERS)}", f"-seed={FUZZ_SEED}", "-timeout=10",
                             "-rss_limit_mb=4096",
                             f"-artifact_prefix={ROOT}/build/fuzz/", *([f"-dict={words}"] if words.is_file() else []), str(found)]))
    return count


def run_all(full: bool) -> Count:
    count = Count()
    for name, command in CHECKS:
        count.add(check(name, command))
    built = build("dev")
    if built:
        # What takes long in tests/whole/ runs once, and not again under the sanitizers.
        count.add(run_ctest("dev", **({"REDRESS_FULL": "1"} if full else {})))
        count.add(check("the decision shown in README.md", [sys.executable, "-B", "scripts/check_readme.py", "build/dev/redress"]))
    else:
        count.failed += 1
    if full:
        if built:
            count.add(check("the cases of the policies", ["build/dev/redress", "policy", "test"]))
            count.add(check("the pages in a browser", ["build/pages/bin/python", "-B", "tests/pages/axe_test.py"]))
        count.add(run_sanitizer("asan"))
        count.add(run_sanitizer("tsan"))
        count.add(run_fuzz())
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="also sanitizers, the policies' cases and fuzz targets")
    full = parser.parse_args().full
    try:
        count = run_all(full)
    except Exception as error:  # The last line must count whatever happened.
        say(f"FAILED: the tests could not be run to their end: {type(error).__name__}: {error}")
        count = Count(failed=1)
    for reason in sorted(set(count.skip_reasons)):
        say(f"Skipped {count.skip_reasons.count(reason)}: {reason}")
    say(str(count))
    return 1 if count.failed or not count.passed else 0


if __name__ == "__main__":
    sys.exit(main())
