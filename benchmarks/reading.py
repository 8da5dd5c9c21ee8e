"""How fast directives are read, and in how much memory: tabbed ones, the plan with its broken columns, doubled ones.

Beside it stands the plainest thing an office has for a tabbed text: Python's csv module, which splits the cells and
understands none of them. No other program known to us reads such texts; LibreOffice and pandas are not installed
here and would split cells too. For broken columns there is nothing to compare with: people retype them.
"""

from __future__ import annotations

import csv
import statistics
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from benchmarks import SAMPLES
from benchmarks.measuring import Result, Times, peak_memory, timed, timed_command
from dondoc.papers.reading.reader import read_bytes
from papers.generator import Sample, generate

COLUMNS = ("text", "lead", "cooperating", "time", "product")
TABBED = (100, 200, 400, 800)
BROKEN = (20, 40, 80)
BROKEN_SEEDS = 4
"""Broken texts differ much in how hard they are: each size is the sum over so many of them."""


def run(seed: int, runs: int) -> list[Result]:
    """Measure everything this file is about."""
    directive = tabbed(seed, 400)
    distinct = len({row.text for row in directive.rows})
    size = f"{distinct} distinct rows, {len(directive.text):,} characters"
    inside = timed(lambda: _read(directive.text), runs)
    return [
        *inside.results("tabbed directive of 400 rows in process", 0.8, size),
        *_command(directive, runs),
        *_plan(runs),
        *_doubling("tabbed", {count: _tabbed_times(seed, count, runs) for count in TABBED}),
        *_doubling("broken", {count: _broken_times(seed, count, max(1, runs // 2)) for count in BROKEN}),
        *_instead(directive, inside, runs),
    ]


def tabbed(seed: int, count: int) -> Sample:
    """Make a tabbed directive with all five columns."""
    return generate(seed, "tabs", count=count, columns=COLUMNS, sections="roman")


def broken(seed: int, count: int) -> Sample:
    """Make a directive with lost columns, pages that tear rows, and cells centred in their rows."""
    return generate(
        seed,
        "broken",
        count=count,
        columns=COLUMNS,
        sections="roman",
        page_lines=40,
        middle=True,
        tear=True,
    )


def _read(text: str) -> int:
    return len(read_bytes(text.encode(), "van-ban.txt").catalogue.items)


def _command(directive: Sample, runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "van-ban.txt"
        path.write_text(directive.text, encoding="utf-8")
        arguments = (sys.executable, "-m", "dondoc.cli", "read", str(path), "--json")
        times = timed_command(arguments, runs)
        memory = tuple(peak_memory(arguments) for _ in range(min(runs, 3)))
    what = "the same as a cold command"
    return [
        *times.results(what, 2.0, "with the child process that reads"),
        Result(what=f"{what}: memory of the tree", unit="MB", values=memory, aim=200),
    ]


def _plan(runs: int) -> list[Result]:
    data = (SAMPLES / "ke-hoach-232.txt").read_bytes()
    return timed(lambda: read_bytes(data, "ke-hoach-232.txt"), runs).results("plan 232 in process", 4.0, "84 tasks")


def _tabbed_times(seed: int, count: int, runs: int) -> Times:
    text = tabbed(seed, count).text
    return timed(lambda: _read(text), runs)


def _broken_times(seed: int, count: int, runs: int) -> Times:
    texts = [broken(each, count).text for each in range(seed, seed + BROKEN_SEEDS)]
    return timed(lambda: [_read(text) for text in texts], runs)


def _doubling(layout: str, times: dict[int, Times]) -> list[Result]:
    """Give the times of every size, and how many times longer twice the size takes."""
    out = [
        Result(what=f"{layout}, {count} rows: processor", unit="s", values=found.processor)
        for count, found in times.items()
    ]
    for small, large in pairwise(times):
        ratio = min(times[large].processor) / min(times[small].processor)
        out.append(Result(what=f"{layout}, {large} rows against {small}", unit="×", values=(ratio,), aim=2.2))
    return out


def _instead(directive: Sample, inside: Times, runs: int) -> list[Result]:
    """Split the same text with the csv module, which is all that other programs do with it."""

    def split() -> list[list[str]]:
        lines = directive.text.splitlines()
        return [cells for cells in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(cells) > 2]

    times = timed(split, runs)
    share = statistics.median(inside.wall) / statistics.median(times.wall)
    remark = f"{len(split())} lines split at tabs, nothing understood; reading takes {share:.0f} times as long"
    return [Result(what="instead: csv module, cells only", unit="s", values=times.wall, remark=remark)]
