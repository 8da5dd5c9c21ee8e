"""Benchmarks: speed and memory against the aims, side by side with what an office would pick instead.

`python -m benchmarks` runs them all and writes what it measured to benchmarks/results.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "vinh-phuc-2022"
RESULTS = ROOT / "benchmarks" / "results"

# The generator of made-up directives belongs to the tests; the benchmarks read what it makes.
if (TESTS := str(ROOT / "tests")) not in sys.path:
    sys.path.append(TESTS)
