"""Commands run for their time and for their memory: the measuring behind scripts/bench.

Memory is that of the program alone: the anonymous pages, RssAnon of /proc/PID/status, without mapped files. The system
keeps no highest value of it, so that it is looked at every 2 ms, in a run of its own whose time is not taken.
"""

import os
import re
import resource
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

LOOK_EVERY_SECONDS = 0.002
ANONYMOUS = re.compile(rb"^RssAnon:\s*(\d+) kB", re.MULTILINE)


class Wrong(Exception):
    """A command failed, took too long, or gave a wrong result."""


@dataclass(frozen=True)
class Time:
    seconds: float    # by the clock
    processor: float  # seconds given to it by the processors, on all its threads: other programs hardly change them


@dataclass
class Times:
    times: list[Time]

    @property
    def best(self) -> float:
        return min(time.seconds for time in self.times)

    @property
    def median(self) -> float:
        return statistics.median(time.seconds for time in self.times)

    @property
    def processor(self) -> float:
        return min(time.processor for time in self.times)


def run(command: list[str], **options) -> str:
    """What it said. Raises Wrong with its last lines when it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, **options)
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        raise Wrong(f"'{' '.join(command)}' failed:\n" + "\n".join(said.rstrip().splitlines()[-30:]))
    return said


def processor_seconds_so_far() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_of(command: list[str], limit_seconds: float | None = None) -> Time:
    used, started = processor_seconds_so_far(), time.perf_counter()
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              timeout=limit_seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Wrong(f"took more than {limit_seconds:.0f} s") from None
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise Wrong(f"'{' '.join(command)}' failed:\n{done.stderr.decode('utf-8', 'replace')}")
    return Time(seconds, processor_seconds_so_far() - used)


def times_of(command: list[str], times: int, before: Callable[[], None] = lambda: None,
             limit_seconds: float | None = None) -> Times:
    """`before` runs ahead of each time, uncounted; what it and earlier runs wrote is on the disk when a run begins."""
    taken = []
    for _ in range(times):
        before()
        os.sync()
        taken.append(time_of(command, limit_seconds))
    return Times(taken)


def times_in_turn(commands: list[list[str]], times: int, before: Callable[[], None]) -> list[Times]:
    """The commands run one after the other, again and again, so that what slows the machine down slows down all."""
    all_taken: list[list[Time]] = [[] for _ in commands]
    for _ in range(times):
        for command, taken in zip(commands, all_taken):
            before()
            os.sync()
            taken.append(time_of(command))
    return [Times(taken) for taken in all_taken]


def most_anonymous_bytes(command: list[str], limit_seconds: float | None = None) -> int:
    """The most that was seen."""
    most = 0
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        status = Path(f"/proc/{process.pid}/status")
        while process.poll() is None:
            found = ANONYMOUS.search(status.read_bytes())
            if found:
                most = max(most, int(found[1]) * 1024)
            if limit_seconds and time.perf_counter() - started > limit_seconds:
                process.kill()
                raise Wrong(f"took more than {limit_seconds:.0f} s")
            time.sleep(LOOK_EVERY_SECONDS)
    if process.returncode != 0:
        raise Wrong(f"'{' '.join(command)}' failed while its memory was looked at")
    return most


def warm(file: Path) -> None:
    """Reads a file once, so that it stands in the system's cache."""
    with file.open("rb", buffering=0) as stream:
        while stream.read(1 << 20):
            pass


def processor() -> str:
    """What counts about it, and no name of it: "x86_64 with AVX2 and SHA instructions, 2 cores"."""
    flags: set[str] = set()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("flags"):
            flags = set(line.split())
            break
    has = [words for flag, words in (("avx2", "AVX2"), ("sha_ni", "SHA instructions")) if flag in flags]
    with_words = " and ".join(has) or "neither AVX2 nor SHA instructions"
    return f"{os.uname().machine} with {with_words}, {os.cpu_count()} cores"
