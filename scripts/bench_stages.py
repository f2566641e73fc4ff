"""Where the time of 'evaluate' on one thread goes: samples of the running program, each given to a stage by the
functions on its stack; beside it the floor of each stage, taken in the same run.

The functions stand in STAGES. What none of them claims is "everything else"; its heaviest functions are named on the
error output, so that a function that was renamed or is new shows.
"""

import hashlib
import mmap
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench_inputs import DECIDE, ROOT, Inputs, check_results, empty, people_for
from measured_runs import Wrong, processor, run, times_of, warm

# Callers stay visible: no function is taken into its only caller.
FLAGS = "-g1 -fno-optimize-sibling-calls -fno-inline-functions-called-once"
STACK_BYTES = "16384"
SAMPLES_PER_SECOND = 997
PIECE = 1 << 20
SYMBOL = re.compile(r"^\s+[0-9a-f]+ (.*)$")


@dataclass(frozen=True)
class Stage:
    name: str
    functions: tuple[str, ...]  # parts of their names, or of their library's
    bytes_of: str               # "in", "out" or both: what it touches; nothing where that is no measure
    floor: str                  # a key of floors()


STAGES = (
    Stage("walk the records", ("intake::index_piece", "intake::(anonymous namespace)::PieceWalk"), "in", "look"),
    Stage("join people and rows", ("intake::join",), "", ""),
    Stage("gather: split cells, read facts", ("intake::Gatherer::",), "in", "look"),
    Stage("decide", ("evaluate::", "run::answers_of", "run::answers_beside", "run::add_changes"), "", ""),
    Stage("count", ("tally::",), "", ""),
    Stage("cells in words", ("explain::", "run::DecisionPass::place_rows"), "", ""),
    Stage("render rows", ("run::DecisionPass::render",), "out", "copy"),
    Stage("SHA-256 of input and outputs", (), "in and out", "sum"),
    Stage("write (kernel)", ("ksys_write", "write::FileSink::"), "out", "write"),
)
SUMMING = ("sha256_", "write::Sha256", "write::sha256_hex")


def stage_of(frames: list[str]) -> Stage | None:
    """`frames`: names of functions, the innermost first. A sum is one wherever it is made; else the outermost function
    of a stage decides, because some rooms call others for their own work."""
    # A template's name holds those of its arguments.
    frames = [frame for frame in frames if not frame.startswith("std::")]
    if any(part in frame for frame in frames for part in SUMMING):
        return next(stage for stage in STAGES if stage.floor == "sum")
    for frame in reversed(frames):
        for stage in STAGES:
            if any(part in frame for part in stage.functions):
                return stage
    return None


def stacks_in(script: str) -> list[list[str]]:
    """The samples that 'perf script -F ip,sym,dso' prints: a line a frame, an empty line after each sample."""
    stacks: list[list[str]] = [[]]
    for line in script.splitlines():
        found = SYMBOL.match(line)
        if found:
            stacks[-1].append(found[1])
        elif stacks[-1]:
            stacks.append([])
    return [stack for stack in stacks if stack]


def nanoseconds_per_byte(work, size: int) -> float:
    """Of the processor's time, as that of the stages; the best of five."""
    best = float("inf")
    for _ in range(5):
        started = time.thread_time_ns()
        work()
        best = min(best, time.thread_time_ns() - started)
    return best / size


def floors(data: Path, scratch: Path) -> dict[str, float]:
    """Nanoseconds a byte of doing nothing but: looking at each byte once, summing, copying, writing."""
    size = min(data.stat().st_size, 1 << 28)
    with data.open("rb") as stream, mmap.mmap(stream.fileno(), size, prot=mmap.PROT_READ) as mapped:
        held = mapped[:]
    target = bytearray(PIECE)
    pieces = [memoryview(held)[at:at + PIECE] for at in range(0, size - PIECE + 1, PIECE)] or [memoryview(held)]

    def copy() -> None:
        for piece in pieces:
            target[:len(piece)] = piece

    def write() -> None:
        with scratch.open("wb", buffering=0) as file:
            for piece in pieces:
                file.write(piece)
        scratch.unlink()

    return {"look": nanoseconds_per_byte(lambda: held.find(b"\0"), size),  # memchr; there is none
            "sum": nanoseconds_per_byte(lambda: hashlib.sha256(held), size),
            "copy": nanoseconds_per_byte(copy, size),
            "write": nanoseconds_per_byte(write, size)}


def build_for_stages() -> Path:
    folder = ROOT / "build/bench-stages"
    run(["cmake", "--preset", "bench", "-B", str(folder), f"-DCMAKE_CXX_FLAGS={FLAGS}", "-DREDRESS_BENCH=OFF"],
        cwd=ROOT)
    run(["cmake", "--build", str(folder), "--target", "redress"], cwd=ROOT)
    return folder / "redress"


def samples_of(command: list[str], record: Path) -> list[list[str]]:
    run(["perf", "record", "-q", "-e", "cpu-clock", "-F", str(SAMPLES_PER_SECOND),
         "--call-graph", f"dwarf,{STACK_BYTES}", "-o", str(record), "--", *command])
    said = subprocess.run(["perf", "script", "--no-inline", "-F", "ip,sym,dso", "-i", str(record)],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False)
    record.unlink()
    if said.returncode != 0:
        raise Wrong(f"perf cannot read its record:\n{said.stderr}")
    return stacks_in(said.stdout)


def print_stages(built: Path, rows: int) -> None:
    folder = built / "measured"
    inputs = Inputs(built / "redress", folder)
    data, out = inputs.county(people_for(rows)), folder / "staged"
    program = build_for_stages()
    warm(data)

    def command(of: Path) -> list[str]:
        return [str(of), "evaluate", str(data), *DECIDE, "--no-report", "--threads", "1", "--quiet", "--out", str(out)]

    # Sampled and laid out for it, the program takes longer; its shares are laid over the time of the plain one.
    seconds = times_of(command(built / "redress"), 3, lambda: empty(out)).processor
    counts = check_results(out, data)
    sizes = {"in": data.stat().st_size, "out": sum(file.stat().st_size for file in out.iterdir())}
    sizes["in and out"] = sizes["in"] + sizes["out"]
    empty(out)
    stacks = samples_of(command(program), folder / "samples")
    empty(out)
    floor = floors(data, folder / "floor")

    samples = Counter(stage_of(frames) for frames in stacks)
    print(f"{counts['rows_in']:,} rows, {sizes['in'] / 1e6:.0f} MB in, {sizes['out'] / 1e6:.0f} MB out, "
          f"{counts['convictions_in_scope']:,} convictions in scope; one thread, {seconds:.2f} s of the processor, "
          f"{len(stacks):,} samples; {processor()}\n")
    print("| Stage | Time | Share | Bytes touched | ns a byte | Floor, ns a byte | Times the floor |")
    print("|---|---|---|---|---|---|---|")
    for stage in (*STAGES, None):
        share = samples[stage] / len(stacks)
        name = stage.name if stage else "everything else"
        line = f"| {name} | {share * seconds:.2f} s | {share * 100:.1f} % |"
        if stage and stage.bytes_of:
            size = sizes[stage.bytes_of]
            per_byte, least = share * seconds * 1e9 / size, floor[stage.floor]
            line += f" {size / 1e6:.0f} MB {stage.bytes_of} | {per_byte:.3f} | {least:.3f} | {per_byte / least:.1f} |"
        else:
            line += " | | | |"
        print(line)
    others = Counter(frames[0] for frames in stacks if stage_of(frames) is None)
    print("everything else: " + ", ".join(f"{name} {count}" for name, count in others.most_common(8)), file=sys.stderr)
