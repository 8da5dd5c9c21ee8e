"""Drills: what the product must survive, in their long forms; `python -m drills` runs them all.

Each prints its seed, its counts and its minutes, and can play one failing case again. The short forms stand in
tests/drills.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "vinh-phuc-2022"

# The generator of made-up directives belongs to the tests; the drills read what it makes.
if (TESTS := str(ROOT / "tests")) not in sys.path:
    sys.path.append(TESTS)
