"""Reading in a child process with limits on memory and time, so that no file can harm the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from dondoc.papers.reading.exchange import reading_from_json
from dondoc.papers.reading.reader import Reading
from dondoc.papers.reading.refusals import Unreadable
from dondoc.rules.names import Registry

MEMORY = 512 * 1024 * 1024
SECONDS = 60.0
OUT_OF_MEMORY = 86
CHILD = ("-m", "dondoc.papers.reading.child")


def read(
    path: Path,
    *,
    filename: str,
    agencies: Registry | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Reading:
    """Read a directive in a child process limited to so many seconds and bytes of memory.

    Raises Unreadable as read_file does, and with the codes too-long, too-heavy and broken-reader.
    """
    request = {
        "path": str(path),
        "name": filename,
        "memory": memory,
        "agencies": agencies.as_json() if agencies else None,
    }
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and words
            [sys.executable, *CHILD],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=_environment(), start_new_session=True,
        )  # fmt: skip
        expired = threading.Event()
        clock = threading.Timer(seconds, _stop, (child, expired))
        clock.start()
        try:
            answer = _conversation(child, request, on_progress)
            status = child.wait()
        finally:
            clock.cancel()
            child.kill()
            child.wait()
        errors.seek(0)
        return _outcome(answer, status, expired.is_set(), filename, seconds, memory, errors)


def _environment() -> dict[str, str]:
    """Give the child what Python needs and nothing else: no secrets, no proxies."""
    keep = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in keep if name in os.environ} | {"PYTHONUTF8": "1"}


def _stop(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()


def _conversation(
    child: subprocess.Popen[bytes], request: dict[str, Any], on_progress: Callable[[int, int, str], None] | None
) -> dict[str, Any] | None:
    """Send the request, pass progress on, and give the last answer; None if the child fell silent."""
    assert child.stdin is not None  # noqa: S101 - both were asked for as pipes
    assert child.stdout is not None  # noqa: S101
    # A child that ended early breaks the pipe; its status tells why.
    with suppress(BrokenPipeError), child.stdin as pipe:
        pipe.write(json.dumps(request).encode())
    answer: dict[str, Any] | None = None
    with child.stdout as lines:
        for line in lines:
            message = _message(line)
            if "progress" not in message:
                answer = message or answer
            elif on_progress:
                on_progress(*message["progress"])
    return answer


def _message(line: bytes) -> dict[str, Any]:
    """Read a line of JSON; what a broken child printed otherwise is nothing."""
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _outcome(
    answer: dict[str, Any] | None,
    status: int,
    expired: bool,
    name: str,
    seconds: float,
    memory: int,
    errors: IO[bytes],
) -> Reading:
    if expired:
        raise Unreadable("too-long", name=name, seconds=round(seconds))
    if answer and "refused" in answer:
        raise Unreadable(answer["refused"], **answer["facts"])
    if answer and "reading" in answer:
        return reading_from_json(answer["reading"])
    if status == OUT_OF_MEMORY:
        raise Unreadable("too-heavy", name=name, megabytes=memory // 1048576)
    incident = uuid.uuid4().hex[:8]
    sys.stderr.write(
        f"reader failed, incident {incident}, status {status}: {errors.read()[-4000:].decode(errors='replace')}\n"
    )
    raise Unreadable("broken-reader", name=name, incident=incident)
