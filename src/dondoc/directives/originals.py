"""The files as they came: first in the folder of arrivals, after reading kept for good under their SHA-256."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from django.conf import settings


def receive(chunks: Iterable[bytes], code: str) -> tuple[int, str]:
    """Write an arriving file chunk by chunk; give its size and SHA-256."""
    path = incoming(code)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()


def incoming(code: str) -> Path:
    """Say where a file waits until it is read."""
    return Path(settings.INCOMING) / code


def original(sha256: str) -> Path:
    """Say where the original of a directive is kept."""
    return Path(settings.ORIGINALS) / sha256[:2] / sha256


def keep(code: str, sha256: str) -> None:
    """Copy a file that was read to its place for good, whole or not at all; the arrival goes by discard()."""
    place = original(sha256)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = place.with_suffix(f".{code}")
    shutil.copyfile(incoming(code), half)
    half.chmod(0o400)
    half.replace(place)


def discard(code: str) -> None:
    """Remove a file from the folder of arrivals."""
    incoming(code).unlink(missing_ok=True)


def open_original(sha256: str) -> BinaryIO:
    """Open the original of a directive for reading; raises FileNotFoundError."""
    return original(sha256).open("rb")
