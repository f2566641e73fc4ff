"""The programs of bench/ run and read: one per room, each of which checks its result before it measures."""

import json
from pathlib import Path

from measured_runs import Wrong, run

ROOMS = ("citation", "policy", "scan", "intake", "evaluate", "explain", "tally", "write", "synth")


def best_of(program: Path, times: int, only: str = ".*") -> dict[str, dict[str, float]]:
    """By the name of the benchmark: "bytes_per_second" and "items_per_second" where it has them, and "nanoseconds"."""
    said = run([str(program), f"--benchmark_filter={only}", f"--benchmark_repetitions={times}",
                "--benchmark_enable_random_interleaving=true", "--benchmark_format=json"])
    best: dict[str, dict[str, float]] = {}
    # A warning about a busy machine may stand ahead of it.
    for entry in json.loads(said[said.index("{"):])["benchmarks"]:
        if entry.get("error_occurred"):
            raise Wrong(f"{program.name}, {entry['name']}: {entry['error_message']}")
        if entry["run_type"] != "iteration":
            continue
        # A program that takes the time of parts itself gives the clock's; the others are not charged for what other
        # programs take from the processor.
        name = entry["run_name"].removesuffix("/manual_time")
        time = entry["real_time"] if name != entry["run_name"] else entry["cpu_time"]
        one = {"nanoseconds": time * {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[entry["time_unit"]]}
        one.update({key: entry[key] for key in ("bytes_per_second", "items_per_second") if key in entry})
        if name not in best or one["nanoseconds"] < best[name]["nanoseconds"]:
            best[name] = one
    if not best:
        raise Wrong(f"{program.name} measured nothing")
    return best


def scanner_rates(built: Path, times: int) -> tuple[float, float]:
    """Bytes per second with AVX2, and without; the cells of both were found to be the same."""
    best = best_of(built / "bench_scan", times, "^scan_file/")
    return best["scan_file/wide"]["bytes_per_second"], best["scan_file/plain"]["bytes_per_second"]


def print_rooms(built: Path, times: int) -> None:
    print("| Room | Benchmark | Best time | Bytes | Convictions |\n|---|---|---|---|---|")
    for room in ROOMS:
        for name, best in best_of(built / f"bench_{room}", times).items():
            time = best["nanoseconds"]
            words = f"{time / 1e6:.2f} ms" if time >= 1e5 else f"{time:.0f} ns"
            bytes_words = f"{best['bytes_per_second'] / 1e6:,.0f} MB/s" if "bytes_per_second" in best else ""
            items = f"{best['items_per_second']:,.0f} per s" if "items_per_second" in best else ""
            print(f"| {room} | `{name}` | {words} | {bytes_words} | {items} |", flush=True)
