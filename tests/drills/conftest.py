"""Lets the short forms find the drills, which stand at the root of the repository."""

import sys
from pathlib import Path

if (ROOT := str(Path(__file__).parents[2])) not in sys.path:
    sys.path.append(ROOT)
