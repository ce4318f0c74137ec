"""`python -m tests.benchmarks [--rounds N] [--sizes 500,5000,50000]`: prints ratios, asserts nothing.

Every figure is the median wall time of a whole process, divided by the median of `python -c pass`
measured in the same rounds with the same interpreter. Rounds are interleaved, so that a machine
whose speed drifts slows all of them alike.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import netlog
from netlog.cli.registry import COMMANDS as REGISTRY
from tests.benchmarks.logs import TODAY, build

NETLOG = [str(Path(sys.executable).with_name("netlog"))]
LIMITS = {  # else 8, and 14 for a table
    **{"completion": 3.0, "review": 12.0, "goals": 12.0, "goals, json": 16.0, "diversity": 25.0, "map": 40.0},
    **{"path": 15.0, "matches": 15.0, "balance": 25.0},
    **{"stats": 25.0, "stats, by year": 25.0, "stats, two years": 25.0, "heat map": 25.0, "evidence": 25.0},
}
LINES: dict[str, list[str]] = {
    "due": ["due"],
    "due, table": ["due", "-f", "table"],
    "list-contacts": ["list-contacts", "--limit", "50"],
    "list-contacts, tag": ["list-contacts", "tag:tag7", "region:Ohio", "--limit", "50", "--json"],
    "list-contacts, table": ["list-contacts", "--limit", "50", "-f", "table"],
    "show": ["show", "c7", "--json"],
    "show by name": ["show", "Ada Okafor 1"],
    "search by name": ["list-contacts", "okafor 4", "--limit", "50"],
    "search, rare word": ["search", "4711"],
    "search, common word": ["search", "robotics"],
    "search, in every record": ["search", "part"],
    "log": ["log", "yesterday: coffee with Ada Okafor 1, promised part two by friday"],
    "add-contact": ["add-contact", "New Person {n}", "--email", "new{n}@example.org", "--tag", "new"],
    "add-conversation": ["add-conversation", "coffee", "--with", "c7"],
    "goals": ["goals"],
    "goals, table": ["goals", "-f", "table"],
    "goals, json": ["goals", "--json"],
    "review": ["review"],
    "plan": ["plan"],
    "plan next": ["plan", "next"],
    "plan gaps": ["plan", "gaps"],
    "plan timeline": ["plan", "timeline"],
    "vision": ["vision"],
    "diversity": ["diversity"],
    "map": ["map"],
    "path": ["path", "Zed Target"],
    "matches": ["matches"],
    "balance": ["balance"],
    "stats": ["stats"],
    "stats, by year": ["stats", "--per", "year"],
    "stats, two years": ["stats", "--compare", "2025", "2024"],
    "heat map": ["stats", "--heat"],
    "evidence": ["evidence"],
    "completion": [],
}
# one that this netlog does not have is left out
COMMANDS = {name: words for name, words in LINES.items() if not words or words[0] in REGISTRY}


def main() -> None:
    """Build the logs, run the rounds, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--sizes", default="500,5000,50000")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    compileall.compile_dir(Path(netlog.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as folder:
        logs = {size: Path(folder) / f"{size}.db" for size in sizes}
        for size, path in logs.items():
            started = time.perf_counter()
            rows = build(path, size)
            print(f"{size} contacts: {rows:,} rows at {rows / (time.perf_counter() - started):,.0f} a second")
        _measure(logs, options.rounds)
        _import(logs.get(5000) or next(iter(logs.values())), Path(folder))


def _measure(logs: dict[int, Path], rounds: int) -> None:
    times: dict[tuple[str, int], list[float]] = {}
    empty: list[float] = []
    for number in range(-1, rounds):  # the first round warms up and does not count
        for size, path in logs.items():
            empty.append(_time([sys.executable, "-c", "pass"], path))
            for name, words in COMMANDS.items():
                taken = _time(
                    [*NETLOG, *(word.format(n=number) for word in words)], path, name == "completion"
                )
                times.setdefault((name, size), []).append(taken)
        if number < 0:
            times.clear()
            empty.clear()
    unit = statistics.median(empty)
    print(f"\npython -c pass: {unit * 1000:.1f} ms; multiples of it (limit):")
    print(f"{'':22}" + "".join(f"{size:>10,}" for size in logs) + "     limit")
    for name in COMMANDS:
        cells = "".join(f"{statistics.median(times[name, size]) / unit:10.1f}" for size in logs)
        limit = LIMITS.get(name, 14.0 if name.endswith("table") else 8.0)
        print(f"{name:22}{cells}{limit:10.0f}")


def _import(path: Path, folder: Path) -> None:
    document = folder / "log.json"
    _run([*NETLOG, "export", "json", "-o", str(document)], path)
    started = time.perf_counter()
    new = folder / "imported.db"
    _run([*NETLOG, "import", "json", str(document)], new)
    seconds = time.perf_counter() - started
    changes = _run([*NETLOG, "history", "-f", "tsv"], new).split("\t")[3]
    print(
        f"\nimport json: {int(changes):,} rows in {seconds:.1f} s, {int(changes) / seconds:,.0f} rows a second"
    )


def _time(words: list[str], path: Path, completes: bool = False) -> float:
    started = time.perf_counter()
    _run(words, path, completes)
    return time.perf_counter() - started


def _run(words: list[str], path: Path, completes: bool = False) -> str:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"NETLOG_DB": str(path), "NETLOG_TODAY": str(TODAY), "COLUMNS": "100"}
    if completes:
        environ |= {"_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "netlog show Ada Ok"}
    return subprocess.run(words, env=environ, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
