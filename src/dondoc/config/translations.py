"""The English of the interface: what is to be translated, and the catalogue made ready for Django without gettext."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

KEYWORDS: dict[str, None] = dict.fromkeys(("_", "gettext", "gettext_lazy", "ngettext", "pgettext", "npgettext"))
PLACE = Path("en") / "LC_MESSAGES"
Words = str | tuple[str, ...]


def prepare(source: Path, target: Path) -> None:
    """Compile the catalogue below `source` into `target` where that is missing or older; several may do so at once."""
    po, mo = source / PLACE / "django.po", target / PLACE / "django.mo"
    if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
        return
    mo.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=mo.parent, delete=False) as half:
        write_mo(half, read(po))
    os.utime(half.name, (po.stat().st_mtime, po.stat().st_mtime))
    Path(half.name).replace(mo)


def read(po: Path) -> Catalog:
    """Read a catalogue."""
    with po.open("rb") as file:
        return read_po(file, locale="en")


def sentences(package: Path) -> Iterator[tuple[str, Words]]:
    """Give every sentence of the interface that goes through gettext, with the file it stands in."""
    for path in sorted([*package.rglob("*.py"), *package.rglob("templates/**/*.html")]):
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else templatize(text)
        for _line, _function, words, _comments in extract_python(
            io.BytesIO(code.encode()), KEYWORDS, (), {"encoding": "utf-8"}
        ):
            if words:
                yield str(path.relative_to(package)), words if isinstance(words, str) else tuple(filter(None, words))


def collect(package: Path, po: Path) -> tuple[int, int]:
    """Bring the catalogue up to what the interface says; give how many sentences are new and how many were dropped."""
    old = read(po) if po.exists() else Catalog(locale="en")
    new = Catalog(
        locale="en", project="dondoc", charset="utf-8", fuzzy=False, creation_date=old.creation_date,
        revision_date=old.creation_date, last_translator="", language_team="",
        header_comment="# English of the interface. New sentences: python -m django collect_words",
    )  # fmt: skip
    for place, words in sentences(package):
        known = old.get(words if isinstance(words, str) else words[0])
        new.add(words, known.string if known else "", locations=[(place, 0)])
    with po.open("wb") as file:
        write_po(file, new, width=0, sort_output=True, include_lineno=False)
    return len(_ids(new) - _ids(old)), len(_ids(old) - _ids(new))


def _ids(catalogue: Catalog) -> set[Words]:
    return {_id(message) for message in catalogue if message.id}


def _id(message: Message) -> Words:
    return message.id if isinstance(message.id, str) else message.id[0]
