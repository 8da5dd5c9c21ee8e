"""`python -m drills [NAME]`: run one drill, or all of them; ends with 1 when one of them fails."""

from __future__ import annotations

import argparse
import os
import sys
import time

from drills import generated, mutations

DRILLS = {"mutations": mutations, "generated": generated}


def main() -> int:
    """Run the drill named, or every drill with its own defaults."""
    parser = argparse.ArgumentParser(prog="python -m drills", description=__doc__)
    names = parser.add_subparsers(dest="name", metavar="NAME")
    for name, drill in DRILLS.items():
        drill.add_options(names.add_parser(name, help=(drill.__doc__ or "").splitlines()[0]))
    chosen = parser.parse_args()
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load}")
    if chosen.name:
        return 0 if _run(chosen.name, chosen) else 1
    results = [_run(name, parser.parse_args([name])) for name in DRILLS]
    print(f"\n{sum(results)} of {len(results)} drills passed.")
    return 0 if all(results) else 1


def _run(name: str, options: argparse.Namespace) -> bool:
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    passed = bool(DRILLS[name].run(options))
    print(f"{name}: {'passed' if passed else 'FAILED'} in {(time.monotonic() - start) / 60:.1f} minutes", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
