"""The secret key: from the environment, or made once and kept where only this account can read it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

LENGTH = 50


def secret_key(var: Path, given: str, *, debug: bool) -> str:
    """Give the secret key: the one given, else the one kept in `var`, made there the first time.

    Raises ImproperlyConfigured for a weak one, unless `debug`.
    """
    key = given or _kept(var / "secret-key")
    if not debug and (len(key) < LENGTH or len(set(key)) < 10):
        raise ImproperlyConfigured(
            f"DONDOC_SECRET_KEY is weak: it needs at least {LENGTH} characters, not repeated. "
            "Remove the variable and one is made, or set one from `openssl rand -base64 48`."
        )
    return key


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(LENGTH))
    return path.read_text().strip()
