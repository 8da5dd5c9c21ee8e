"""Codes of an authenticator app (RFC 6238) and recovery codes: made, sealed, checked. No table is touched here."""

from __future__ import annotations

import base64
import hmac
import io
import secrets
from datetime import datetime

import segno
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.utils.crypto import salted_hmac

STEP = 30
SLACK = (0, -1, 1)
"""A code of the step before or after is taken too: clocks differ."""
CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter that looks like another: codes are read from paper."""


def new_secret() -> str:
    """Make a secret of 160 bits, written as apps take it by hand (base 32)."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def _totp(secret: str) -> TOTP:
    # Authenticator apps know SHA-1 with six digits; others are refused by many of them.
    return TOTP(base64.b32decode(secret), 6, SHA1(), STEP)  # noqa: S303


def step_of(secret: str, code: str, now: datetime, after: int = 0) -> int | None:
    """Give the step of a right code that is later than the step `after`; None for a wrong or a used code."""
    typed = "".join(code.split()).encode()
    step = int(now.timestamp()) // STEP
    for each in (step + slack for slack in SLACK):
        if each > after and hmac.compare_digest(_totp(secret).generate(each * STEP), typed):
            return each
    return None


def code_at(secret: str, now: datetime) -> str:
    """Give the code an app shows at a time."""
    return _totp(secret).generate(int(now.timestamp())).decode()


def address_of(secret: str, name: str) -> str:
    """Give the address that a QR code tells an authenticator app."""
    return _totp(secret).get_provisioning_uri(name, "Đôn Đốc")


def drawn(address: str) -> str:
    """Draw an address as a QR code, an SVG to stand inside a page."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, omitsize=False,
        svgclass="qr", lineclass=None,
    )  # fmt: skip
    return out.getvalue().decode()


def _box() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"dondoc second factor").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(key))


def seal(secret: str) -> str:
    """Encrypt a secret with the site's key."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str | None:
    """Decrypt a secret; None where the site's key is another one now."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def new_codes() -> list[str]:
    """Make recovery codes of twelve letters in three groups (59 bits)."""
    return ["-".join(_letters(4) for _ in range(3)) for _ in range(CODES)]


def first_password() -> str:
    """Make a password to be typed once from paper: four groups of four letters (79 bits)."""
    return "-".join(_letters(4) for _ in range(4))


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def fingerprint(code: str) -> str:
    """Give what is kept of a recovery code, typed with or without hyphens, in any case."""
    plain = "".join(letter for letter in code.lower() if letter in LETTERS)
    return salted_hmac("dondoc recovery code", plain, algorithm="sha256").hexdigest()


def hash_first(password: str) -> str:
    """Hash a first password quickly: 79 random bits need no slowness, and lists of a thousand are made at once.

    Django hashes it anew, slowly, at the first sign-in.
    """
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=1_000)
    return hasher.encode(password, hasher.salt())
