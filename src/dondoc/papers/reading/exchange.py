"""A reading as JSON between processes; the catalogue in the very form the commands print."""

from __future__ import annotations

from typing import Any

from dondoc.papers.reading.reader import Reading
from dondoc.rules.catalogue_json import catalogue_from_json


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Give a reading as plain JSON values."""
    return {
        "text": reading.text,
        "catalogue": reading.catalogue.as_json(),
        "sha256": reading.sha256,
        "format": reading.format,
    }


def reading_from_json(values: dict[str, Any]) -> Reading:
    """Make a reading from its JSON values; raises KeyError or ValueError where they are not such."""
    return Reading(
        text=values["text"],
        catalogue=catalogue_from_json(values["catalogue"]),
        sha256=values["sha256"],
        format=values["format"],
    )
