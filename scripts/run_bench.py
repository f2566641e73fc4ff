#!/usr/bin/env python3
"""Builds the bench preset and measures the whole program: the work behind scripts/bench, whose head says it all.

    scripts/run_bench.py [--rows N] [--times N] [--growth | --stages | --rooms | --compare REV]
"""

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
from bench_compare import compare  # noqa: E402
from bench_growth import print_growth  # noqa: E402
from bench_inputs import AS_OF, DECIDE, ROOT, Inputs, check_results, check_same, empty, people_for  # noqa: E402
from bench_rooms import print_rooms, scanner_rates  # noqa: E402
from bench_stages import print_stages  # noqa: E402
from measured_runs import Times, Wrong, most_anonymous_bytes, processor, run, times_of, warm  # noqa: E402

ROWS = 1_000_000
TIMES = 5
THREADS = ["--threads", "2"]
MIB = 1 << 20
SMALL_ROWS = 35


@dataclass
class Line:
    what: str
    times: Times | None  # nothing where it is no process of its own
    measured: str
    target: str
    is_met: bool | None = None  # nothing: there is no target
    memory_bytes: int | None = None


def table(lines: list[Line]) -> list[str]:
    """In the layout of docs/performance.md."""
    said = ["| What | Best time | Processor | Measured | Memory | Target | Met |", "|---|---|---|---|---|---|---|"]
    for line in lines:
        time = "" if line.times is None else seconds_words(line.times.best)
        used = "" if line.times is None else seconds_words(line.times.processor)
        memory = "" if line.memory_bytes is None else f"{line.memory_bytes / MIB:.0f} MiB"
        met = {None: "", True: "yes", False: "**no**"}[line.is_met]
        said.append(f"| {line.what} | {time} | {used} | {line.measured} | {memory} | {line.target} | {met} |")
    return said


def seconds_words(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def ratio(what: str, times: Times, floor: Times, most: float, memory: int | None = None) -> Line:
    is_met = times.best <= most * floor.best
    return Line(what, times, f"{times.best / floor.best:.2f} × floor", f"≤ {most:g} × floor", is_met, memory)


def rate(what: str, times: Times | None, per_second: float, least: float, memory: int | None = None) -> Line:
    return Line(what, times, rate_words(per_second), f"≥ {rate_words(least)}", per_second >= least, memory)


def rate_words(bytes_per_second: float) -> str:
    return f"{bytes_per_second / 1e6:.0f} MB/s" if bytes_per_second < 1e9 else f"{bytes_per_second / 1e9:.2f} GB/s"


def quickly(what: str, times: Times, most: float) -> Line:
    return Line(what, times, f"{times.best * 1000:.1f} ms", f"< {most * 1000:.0f} ms", times.best < most)


def build(say_so: str) -> Path:
    """The folder with the programs of the bench preset."""
    log = ROOT / "build/bench.log"
    log.parent.mkdir(exist_ok=True)
    print(say_so, file=sys.stderr, flush=True)
    with log.open("w", encoding="utf-8") as said:
        for command in (["cmake", "--preset", "bench"], ["cmake", "--build", "--preset", "bench"]):
            done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False)
            if done.returncode != 0:
                tail = log.read_text(encoding="utf-8").splitlines()[-30:]
                raise Wrong("the bench preset cannot be built:\n" + "\n".join(tail))
    return ROOT / "build/bench"


def floor_command(data: Path, results: Path, copies: Path) -> list[str]:
    """Reading the input, then writing the outputs, by programs that do nothing else."""
    outputs = [str(file) for file in sorted(results.iterdir())]
    words = 'data=$1; copies=$2; shift 2; cat "$data" >/dev/null && cp "$@" "$copies"'
    return ["sh", "-c", words, "floor", str(data), str(copies), *outputs]


def evaluate_command(program: Path, data: Path, out: Path, *options: str) -> list[str]:
    return [str(program), "evaluate", str(data), *DECIDE, "--no-report", "--quiet", "--out", str(out), *options]


def print_whole(built: Path, rows: int, times: int) -> None:
    program, folder = built / "redress", built / "measured"
    inputs = Inputs(program, folder)
    people = people_for(rows)
    data, small = inputs.county(people), inputs.clean(SMALL_ROWS)
    size = data.stat().st_size
    results, alone, copies, fresh = folder / "results", folder / "results-1", folder / "copies", folder / "fresh.csv"
    for used in (results, alone, copies):
        empty(used)

    # The results come first: a fast wrong answer is none.
    evaluate = evaluate_command(program, data, results, *THREADS)
    check = [str(program), "check", str(data), *AS_OF, *THREADS]
    run(evaluate)
    run(evaluate_command(program, data, alone, "--threads", "1"))
    counts = check_results(results, data)
    check_same(results, alone)
    decided = [*evaluate_command(program, data, alone, *THREADS), "--only-decided"]
    empty(alone)
    run(decided)
    check_results(alone, data)
    outputs = sum(file.stat().st_size for file in results.iterdir())
    print(f"{counts['rows_in']:,} rows of {counts['people']:,} people, {size / 1e6:.0f} MB in, "
          f"{outputs / 1e6:.0f} MB out; best of {times}, 2 threads; {processor()}\n", flush=True)

    def empty_copies() -> None:
        empty(copies)
        copies.mkdir()

    warm(data)
    floor = times_of(floor_command(data, results, copies), times, empty_copies)
    empty(copies)
    whole = times_of(evaluate, times, lambda: empty(results))
    empty(results)
    memory = most_anonymous_bytes(evaluate)
    empty(results)
    only = times_of(decided, times, lambda: empty(alone))
    empty(alone)
    only_memory = most_anonymous_bytes(decided)
    checked = times_of(check, times)
    check_memory = most_anonymous_bytes(check)
    synth = inputs.synth_command(people, fresh)
    invented = times_of(synth, times, lambda: fresh.unlink(missing_ok=True))
    fresh.unlink()
    synth_memory = most_anonymous_bytes(synth)
    fresh.unlink()
    wide, plain = scanner_rates(built, times)
    starts = times_of([str(program), "--version"], max(times, 5))
    few = times_of(evaluate_command(program, small, alone), max(times, 5), lambda: empty(alone))
    empty(alone)

    lines = [Line("floor: `cat` of the input, `cp` of the outputs", floor, "1 × floor", ""),
             ratio("`evaluate`, whole", whole, floor, 3, memory),
             rate("`evaluate --only-decided`", only, size / only.best, 1e9, only_memory),
             rate("`check`", checked, size / checked.best, 1.5e9, check_memory),
             rate("scanner alone, AVX2, one thread", None, wide, 3e9),
             rate("scanner alone, plain, one thread", None, plain, 500e6),
             rate("`synth`", invented, size / invented.best, 300e6, synth_memory),
             quickly("`redress --version`", starts, 0.020),
             quickly(f"`evaluate` of {SMALL_ROWS} rows", few, 0.050),
             Line("memory of `evaluate`, whole", None, f"{memory / MIB:.0f} MiB", "< 128 MiB", memory < 128 * MIB)]
    print("\n".join(table(lines)))


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, help="about how many rows")
    parser.add_argument("--times", type=int, default=TIMES, help="the best of so many runs")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--growth", action="store_true", help="time and memory by the number of rows")
    kind.add_argument("--stages", action="store_true", help="where the time goes")
    kind.add_argument("--rooms", action="store_true", help="the benchmarks of the rooms")
    kind.add_argument("--compare", metavar="REV", help="against another revision")
    asked = parser.parse_args()
    if asked.times < 1 or (asked.rows is not None and asked.rows < 1):
        parser.error("give at least 1")
    try:
        run([str(ROOT / "scripts/setup"), "--bench"], cwd=ROOT)
        built = build("bench: building; the first time takes several minutes")
        if asked.growth:
            print_growth(built, asked.rows or 10_000_000, asked.times)
        elif asked.stages:
            print_stages(built, asked.rows or ROWS)
        elif asked.rooms:
            print_rooms(built, asked.times)
        elif asked.compare:
            compare(built, asked.compare, asked.rows or ROWS, asked.times)
        else:
            print_whole(built, asked.rows or ROWS, asked.times)
    except Wrong as wrong:
        print(f"bench: {wrong}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C"
    sys.exit(main())
