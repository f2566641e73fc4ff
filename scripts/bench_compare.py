"""This tree against another revision: both built alike and run in turn, and their instructions counted."""

import re
import shutil
from pathlib import Path

from bench_inputs import AS_OF, DECIDE, ROOT, Inputs, empty, people_for
from measured_runs import Wrong, run, times_in_turn, warm

COUNTED_ROWS = 20_000
COLLECTED = re.compile(r"Collected : (\d+)")


def build_revision(revision: str) -> tuple[str, Path]:
    """Its short name, and its program."""
    commit = run(["git", "rev-parse", "--verify", "--short=12", f"{revision}^{{commit}}"], cwd=ROOT).strip()
    tree = ROOT / "build/bench-compare" / commit
    if not tree.exists():
        run(["git", "worktree", "prune"], cwd=ROOT)
        run(["git", "worktree", "add", "--detach", str(tree), commit], cwd=ROOT)
    run(["cmake", "--preset", "bench"], cwd=tree)
    run(["cmake", "--build", "--preset", "bench", "--target", "redress"], cwd=tree)
    return commit, tree / "build/bench/redress"


def commands(program: Path, data: Path, out: Path, threads: int) -> dict[str, list[str]]:
    evaluate = [str(program), "evaluate", str(data), *DECIDE, "--quiet", "--threads", str(threads), "--out", str(out)]
    return {"`evaluate`": evaluate,
            "`evaluate --only-decided`": [*evaluate, "--only-decided"],
            "`check`": [str(program), "check", str(data), *AS_OF, "--quiet", "--threads", str(threads)]}


def instructions(program: Path, data: Path, out: Path, place: Path) -> dict[str, int]:
    """Counted by callgrind from one and the same place, so that no path of the program makes a difference. Its
    processor has no SHA instructions: the sums of files count for more than they take."""
    shutil.copy2(program, place)
    counts = {}
    for what, command in commands(place, data, out, 1).items():
        empty(out)
        said = run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command])
        found = COLLECTED.search(said)
        if not found:
            raise Wrong(f"callgrind counted nothing:\n{said}")
        counts[what] = int(found[1])
    empty(out)
    return counts


def compare(built: Path, revision: str, rows: int, times: int) -> None:
    commit, old_program = build_revision(revision)
    new_program, folder = built / "redress", built / "measured"
    inputs = Inputs(new_program, folder)
    data, few = inputs.county(people_for(rows)), inputs.clean(COUNTED_ROWS)
    warm(data)
    out = folder / "compared"

    print(f"Before: {commit}. After: this tree. {data.stat().st_size / 1e6:.0f} MB, 2 threads, in turn, {times} times "
          "each.\n")
    print("| What | Before, best | After, best | Ratio of the best | of the medians | of processor time |")
    print("|---|---|---|---|---|---|", flush=True)
    before, after = commands(old_program, data, out, 2), commands(new_program, data, out, 2)
    for what, old_command in before.items():
        old, new = times_in_turn([old_command, after[what]], times, lambda: empty(out))
        print(f"| {what} | {old.best:.3f} s | {new.best:.3f} s | {new.best / old.best:.3f} | "
              f"{new.median / old.median:.3f} | {new.processor / old.processor:.3f} |", flush=True)
    empty(out)

    print(f"\nInstructions on one thread, {COUNTED_ROWS:,} rows, counted by callgrind:\n")
    print("| What | Before | After | Difference |\n|---|---|---|---|", flush=True)
    place = folder / "counted-program"
    old_counts = instructions(old_program, few, out, place)
    new_counts = instructions(new_program, few, out, place)
    for what, old_count in old_counts.items():
        new_count = new_counts[what]
        print(f"| {what} | {old_count:,} | {new_count:,} | {(new_count - old_count) / old_count * 100:+.3f} % |")
    place.unlink()
