"""Measuring: repeated runs after a warm-up, peak memory of a whole process tree, and the table of results."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import RESULTS


@dataclass(frozen=True, kw_only=True)
class Result:
    """One line of the table: values of all runs in one unit, the aim for their median, and what to know of it."""

    what: str
    unit: str
    values: tuple[float, ...]
    aim: float | None = None
    remark: str = ""

    @property
    def median(self) -> float:
        """Give the middle value."""
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        """Say whether the aim is reached; nothing where there is none."""
        return "" if self.aim is None else "reached" if self.median <= self.aim else "MISSED"


@dataclass(frozen=True, kw_only=True)
class Times:
    """Seconds by the clock and of the processor, one each run; the two differ when other work runs beside."""

    wall: tuple[float, ...]
    processor: tuple[float, ...]

    def results(self, what: str, aim: float | None = None, remark: str = "") -> list[Result]:
        """Give both as lines of the table; the aim is held against the clock."""
        return [
            Result(what=what, unit="s", values=self.wall, aim=aim, remark=remark),
            Result(what=f"{what}: processor", unit="s", values=self.processor),
        ]


def timed(run: Callable[[], object], runs: int) -> Times:
    """Run once to warm up, then so many times."""
    run()
    wall, processor = [], []
    for _ in range(runs):
        clock, ticks = time.perf_counter(), time.process_time()
        run()
        wall.append(time.perf_counter() - clock)
        processor.append(time.process_time() - ticks)
    return Times(wall=tuple(wall), processor=tuple(processor))


def timed_command(arguments: Sequence[str], runs: int) -> Times:
    """Run a command anew each time, its output thrown away; processor time is that of the command and its children."""
    wall, processor = [], []
    for number in range(runs + 1):
        clock, ticks = time.perf_counter(), _children_seconds()
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False)
        if number:  # the first one warms up the file cache
            wall.append(time.perf_counter() - clock)
            processor.append(_children_seconds() - ticks)
    return Times(wall=tuple(wall), processor=tuple(processor))


def _children_seconds() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def peak_memory(arguments: Sequence[str]) -> float:
    """Run a command and give the most memory its whole tree of processes held at one time, in MB.

    The sum of resident pages, looked at every five milliseconds: pages that two processes share count twice, so
    the truth is below. Needs /proc.
    """
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    done, most = threading.Event(), [0]

    def watch() -> None:
        while not done.wait(0.005):
            most[0] = max(most[0], sum(map(_resident, _tree(child.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    child.wait()
    done.set()
    watcher.join()
    return most[0] / 1048576


def _tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        try:
            found += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def machine() -> str:
    """Say on what and beside what it was measured."""
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load}"


def report(name: str, seed: int, results: Sequence[Result]) -> bool:
    """Print the table, write it to benchmarks/results, and tell whether every aim is reached."""
    width = max(len(result.what) for result in results)
    print(f"{'':{width}}  {'min':>8} {'median':>8} {'max':>8} {'':4} {'aim':>6}")
    for each in results:
        figures = " ".join(f"{value:8.3f}" for value in (min(each.values), each.median, max(each.values)))
        aim = f"{each.aim:g}" if each.aim is not None else ""
        print(f"{each.what:{width}}  {figures} {each.unit:4} {aim:>6} {each.verdict:8} {each.remark}".rstrip())
    RESULTS.mkdir(exist_ok=True)
    when = datetime.now(UTC)
    written = {"name": name, "seed": seed, "at": when.isoformat(), "machine": machine(), "argv": sys.argv[1:]}
    path = RESULTS / f"{name}-{when:%Y%m%dT%H%M%S}.json"
    path.write_text(json.dumps(written | {"results": [asdict(each) for each in results]}, indent=1), encoding="utf-8")
    print(f"after it: {machine()}; written to benchmarks/results/{path.name}")
    return all(each.verdict != "MISSED" for each in results)
