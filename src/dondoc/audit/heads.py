"""Signed heads of the audit trail: one file a day, to be kept elsewhere, against which a rewritten trail is found."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dondoc.audit import chain, queries
from dondoc.audit.chain import Break, Head


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a check of the trail found: entries, exported heads held against it, and every break."""

    entries: int
    exported: int
    breaks: tuple[Break, ...]


def export(*, folder: Path, key: Path, now: datetime) -> Path:
    """Write the head of today, signed with the installation's key; a head written today already stays.

    The file may be laid open: it tells the number and hash of the last entry, nothing of what was done.
    """
    path = folder / f"{now:%Y-%m-%d}.json"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    private, head = _private(key), queries.head()
    values = {"number": head.number, "hash": head.hash, "at": now.isoformat(timespec="seconds")}
    signed = values | {
        "signature": private.sign(_words(values)).hex(),
        "public_key": private.public_key().public_bytes_raw().hex(),
    }
    half = path.with_suffix(".half")
    half.write_text(json.dumps(signed, indent=1) + "\n", encoding="utf-8")
    half.replace(path)
    return path


def verify(*, folder: Path, key: Path) -> Verdict:
    """Hold the whole trail against itself, its head, and every exported head; a head not signed by us is a break."""
    heads: list[Head] = []
    bad: list[Break] = []
    public = _private(key).public_key() if key.exists() else None
    for path in sorted(folder.glob("*.json")) if folder.exists() else ():
        head = _read(path, public)
        if head is None:
            bad.append(Break(number=0, code=f"signature:{path.name}"))
        else:
            heads.append(head)
    found = (*bad, *chain.breaks(queries.values(), queries.head(), heads))
    return Verdict(entries=queries.count(), exported=len(heads), breaks=found)


def _read(path: Path, public: Ed25519PublicKey | None) -> Head | None:
    """Read an exported head; None where its signature does not hold."""
    try:
        signed = json.loads(path.read_text(encoding="utf-8"))
        values = {name: signed[name] for name in ("number", "hash", "at")}
        known = public or Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed["public_key"]))
        known.verify(bytes.fromhex(signed["signature"]), _words(values))
    except (InvalidSignature, KeyError, ValueError, TypeError):
        return None
    return Head(number=values["number"], hash=values["hash"])


def _words(values: dict[str, object]) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def _private(path: Path) -> Ed25519PrivateKey:
    """Give the installation's key, made the first time where only this account can read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip()))
    private = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "w") as file:
        file.write(private.private_bytes_raw().hex())
    return private
