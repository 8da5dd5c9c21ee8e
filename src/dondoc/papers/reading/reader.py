"""From a file to its catalogue: decode, find tables and prose, read what they say, proof-read the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dondoc.papers.reading.decoding import LIMIT, admit, decode
from dondoc.papers.reading.document import describe
from dondoc.papers.reading.forms import Section
from dondoc.papers.reading.items import ItemMaker, with_findings
from dondoc.papers.reading.plaintext import read_plain
from dondoc.papers.reading.prose import Paragraph, paragraphs
from dondoc.papers.reading.prosetasks import read_prose_tasks
from dondoc.papers.reading.refusals import Unreadable
from dondoc.rules import duties, findings, objectives
from dondoc.rules.catalogue import Catalogue, Finding, Severity
from dondoc.rules.findings import Structure
from dondoc.rules.names import Registry, standard_registry
from dondoc.rules.passages import Passage

Progress = Callable[[int, int, str], None]


NO_TASK = Finding(
    code="tasks-missing",
    severity=Severity.WARNING,
    message="Không tìm thấy nhiệm vụ nào: văn bản không có bảng nhiệm vụ, cũng không có câu nào giao việc cho "
    "cơ quan cụ thể. Nhập nhiệm vụ bằng tay, hoặc kiểm tra lại có thiếu phụ lục không.",
    quote="",
    where=(),
)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read from one file: its text as offsets count it, the catalogue, the file's SHA-256 and format."""

    text: str
    catalogue: Catalogue
    sha256: str
    format: str


def read_file(
    path: Path, *, agencies: Registry | None = None, on_progress: Progress | None = None, name: str | None = None
) -> Reading:
    """Read a directive from a file.

    `agencies` are a province's own bodies, known beside the standard ones; on_progress takes lines done, lines
    in all, and words to show; `name` is what people call the file. Raises Unreadable with a sentence for them.
    """
    name = name or path.name
    return read_bytes(_bytes(path, name), name, agencies=agencies, on_progress=on_progress)


def _bytes(path: Path, name: str) -> bytes:
    """Give the bytes of a file; raises Unreadable where there is no such file, or it must not be read so."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable("folder", name=name)
        if size > LIMIT:
            raise Unreadable("too-large", name=name, megabytes=size // 1048576, limit=LIMIT // 1048576)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable("missing", name=name) from error
    except OSError as error:
        raise Unreadable("closed", name=name) from error


def read_bytes(
    data: bytes, name: str, *, agencies: Registry | None = None, on_progress: Progress | None = None
) -> Reading:
    """Read a directive from the bytes of a file; see read_file."""
    text = decode(data, name)
    admit(text, name)
    catalogue = read_text(text, agencies=agencies, on_progress=on_progress)
    return Reading(text=text, catalogue=catalogue, sha256=hashlib.sha256(data).hexdigest(), format="txt")


def read_text(text: str, *, agencies: Registry | None = None, on_progress: Progress | None = None) -> Catalogue:
    """Read a directive from its text in NFC with plain line ends."""
    total = text.count("\n") + 1

    def progress(done: int, of: int) -> None:
        if on_progress:
            on_progress(total * done // max(of, 1), total, "đọc bảng nhiệm vụ")

    found = read_plain(text, progress)
    document = describe(found.prose)
    registry = (agencies + standard_registry()) if agencies else standard_registry()
    body = paragraphs(found.prose)
    maker = ItemMaker(registry, document.term)
    items = maker.items(found.rows)
    if not items:
        items = read_prose_tasks(body, registry, document.term)
    passages = [_passage(paragraph) for paragraph in body]
    aims = [_aims(section) for section in found.sections if section.aims]
    catalogue = Catalogue(
        document=document,
        items=tuple(items),
        objectives=objectives.read(passages, aims, document.term),
        duties=duties.read(passages),
    )
    structure = Structure(
        sections=tuple((section.number, section.title, section.line) for section in found.sections),
        chapters=tuple((p.number, p.text, p.line) for p in body if p.kind == "chapter"),
        passages=(*passages, *aims),
        names_read=tuple(maker.names_read),
        sentences=not found.rows,
    )
    catalogue, remarks = findings.proofread_reading(catalogue, structure=structure, registry=registry)
    if not items:
        remarks = (NO_TASK, *remarks)
    return replace(catalogue, items=with_findings(catalogue.items, remarks), findings=remarks)


def _passage(paragraph: Paragraph) -> Passage:
    return Passage(text=paragraph.text, where=paragraph.where, kind=paragraph.kind, head=paragraph.head)


def _aims(section: Section) -> Passage:
    """Give the aims printed below a group's title in the appendix, cited as the appendix is."""
    return Passage(
        text=f"{section.title} {section.aims}", where=f"Phụ lục, {section.number}", kind="aims", head=section.title
    )
