"""The agencies that the reader should know by name, beside the standard ones."""

from __future__ import annotations

from dondoc.rules.names import Registry


def registry() -> Registry | None:
    """Give the province's own agencies as the reader takes them; None until agencies are kept here."""
    return None
