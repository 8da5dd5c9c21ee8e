"""The reading child: takes one request on standard input, answers progress and the reading as lines of JSON."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any


def main() -> int:
    """Read the file named in the request under the limit of memory it names."""
    request = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return _read(request)
    except MemoryError:
        return 86


def _read(request: dict[str, Any]) -> int:
    # Imported under the limits, so that they count too.
    from dondoc.papers.reading.exchange import reading_as_json
    from dondoc.papers.reading.reader import read_file
    from dondoc.papers.reading.refusals import Unreadable
    from dondoc.rules.names import Registry

    agencies = Registry.from_json(request["agencies"]) if request["agencies"] else None
    path = Path(request["path"])
    try:
        reading = read_file(path, agencies=agencies, on_progress=_tell, name=request["name"])
    except Unreadable as refusal:
        _say({"refused": refusal.code, "facts": refusal.facts})
        return 0
    _say({"reading": reading_as_json(reading)})
    return 0


def _tell(done: int, total: int, words: str) -> None:
    _say({"progress": [done, total, words]})


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":  # pragma: no cover - this is how the parent starts it, in another process
    sys.exit(main())
