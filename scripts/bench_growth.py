"""Time and memory as the rows of a file, and those of one person, become more: what is linear keeps both per row."""

from pathlib import Path

from bench_inputs import DECIDE, Inputs, check_results, empty, people_for
from measured_runs import Wrong, most_anonymous_bytes, times_of, warm

ROW_COUNTS = (10_000, 100_000, 1_000_000, 10_000_000)
PERSON_ROW_COUNTS = (100, 1_000, 10_000, 100_000)
MIB = 1 << 20
LIMIT_SECONDS = 300.0
FEW_ROWS = 20_000  # up to here as often as asked, beyond it less often: a run takes long enough to be steady


def measured_row(program: Path, data: Path, out: Path, times: int) -> str:
    command = [str(program), "evaluate", str(data), *DECIDE, "--no-report", "--threads", "2", "--quiet", "--out", str(out)]
    empty(out)
    warm(data)
    taken = times_of(command, times, lambda: empty(out), LIMIT_SECONDS)
    counts = check_results(out, data)
    empty(out)
    memory = most_anonymous_bytes(command)
    empty(out)
    rows = counts["rows_in"]
    return (f"{rows:,} | {taken.best:.2f} s | {taken.processor:.2f} s | {taken.processor / rows * 1e6:.2f} µs | "
            f"{memory / MIB:.0f} MiB | {memory / rows:,.0f} bytes |")


def print_growth(built: Path, most_rows: int, times: int) -> None:
    program, folder = built / "redress", built / "measured"
    inputs = Inputs(program, folder)
    files = [("people", rows, lambda rows: inputs.county(people_for(rows))) for rows in ROW_COUNTS]
    files += [("one person", rows, inputs.one_person) for rows in PERSON_ROW_COUNTS]
    print("| File of | Rows | Best time | Processor | per row | Memory | per row |\n|---|---|---|---|---|---|---|",
          flush=True)
    for kind, rows, make in files:
        if rows > most_rows:
            continue
        runs = times if rows <= FEW_ROWS else min(times, 3 if rows <= 1_000_000 else 1)
        data = make(rows)
        try:
            print(f"| {kind} | {measured_row(program, data, folder / 'grown', runs)}", flush=True)
        except Wrong as wrong:
            print(f"| {kind} | {rows:,} | {wrong} | | | | |", flush=True)
            empty(folder / "grown")
        if rows > 1_000_000:
            data.unlink()
