"""The kinds of agencies a province begins with; more are rows of the database."""

from __future__ import annotations

from dondoc.rules import parameters

STANDARD: dict[str, str] = {kind["code"]: kind["name"] for kind in parameters.load("agency_kinds")["kinds"]}
"""Names of the standard kinds by their codes, in the order of lists."""
