"""`python -m benchmarks [NAME] [--seed N] [--runs N]`: run one benchmark, or all; ends with 1 when an aim is missed."""

from __future__ import annotations

import argparse
import sys

from benchmarks import reading
from benchmarks.measuring import machine, report

BENCHMARKS = {"reading": reading}


def main() -> int:
    """Run the benchmark named, or every one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", choices=BENCHMARKS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    reached = True
    for name in [options.name] if options.name else BENCHMARKS:
        print(f"== {name}: seed {options.seed}, {options.runs} runs after a warm-up; {machine()}")
        results = BENCHMARKS[name].run(options.seed, options.runs)
        reached &= report(name, options.seed, results)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
