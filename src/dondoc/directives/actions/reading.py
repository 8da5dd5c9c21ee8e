"""A file that came in is read and becomes a directive in review; or is refused and nothing of it stays."""

from __future__ import annotations

import logging
import secrets
import time
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from dondoc.agencies import queries as agencies
from dondoc.audit import actions as audit
from dondoc.directives import originals, pairing, proofs, rows, wording
from dondoc.directives.folding import fold
from dondoc.directives.models import Directive, Item, Upload
from dondoc.papers.reading import isolated
from dondoc.papers.reading.reader import Reading
from dondoc.papers.reading.refusals import Unreadable

logger = logging.getLogger("dondoc.reading")
UNFINISHED = (Upload.State.WAITING, Upload.State.READING)
PROGRESS_EVERY = 0.25


def read_upload(*, code: str, now: datetime) -> Directive | None:
    """Read a waiting file in a child process; give the directive, or None where the file was refused.

    Called by the background task. A file that was read already is left alone.
    """
    waiting = Upload.objects.filter(code=code, state__in=UNFINISHED).select_related("by").first()
    if waiting is None:
        return None
    Upload.objects.filter(pk=waiting.pk).update(state=Upload.State.READING)
    try:
        reading = isolated.read(
            originals.incoming(code),
            filename=waiting.filename,
            agencies=agencies.registry(),
            on_progress=_Progress(waiting.pk),
            seconds=settings.DONDOC_READING_SECONDS,
            memory=settings.DONDOC_READING_MEMORY,
        )
        return _become_directive(waiting, reading, now)
    except Unreadable as refusal:
        _refuse(waiting, refusal.code, refusal.message, now)
        return None
    except Exception:
        incident = secrets.token_hex(4)
        logger.exception("incident %s while reading %s", incident, code)
        _refuse(waiting, "broken-reader", wording.broken_reader(waiting.filename, incident), now)
        raise


class _Progress:
    """Writes how far the reading is, a few times a second at most."""

    def __init__(self, pk: int) -> None:
        self.pk, self.last = pk, 0.0

    def __call__(self, done: int, total: int, words: str) -> None:
        if time.monotonic() - self.last < PROGRESS_EVERY:
            return
        self.last = time.monotonic()
        Upload.objects.filter(pk=self.pk).update(done=done, total=total, words=words[:200])


@transaction.atomic
def _refuse(waiting: Upload, code: str, sentence: str, now: datetime) -> None:
    Upload.objects.filter(pk=waiting.pk).update(state=Upload.State.REFUSED, refusal_code=code, refusal=sentence)
    audit.record(
        by=waiting.by.as_actor(), now=now, verb="refuse-file", kind="upload", code=waiting.code,
        reason=sentence, after={"code": code},
    )  # fmt: skip
    transaction.on_commit(lambda: originals.discard(waiting.code))


@transaction.atomic
def _become_directive(waiting: Upload, reading: Reading, now: datetime) -> Directive:
    known = Directive.objects.filter(sha256=waiting.sha256).first()
    if known is not None:
        Upload.objects.filter(pk=waiting.pk).update(state=Upload.State.DONE, directive=known)
        return known
    directive = Directive(
        filename=waiting.filename, size=waiting.size, sha256=waiting.sha256, text=reading.text,
        text_format=reading.format, catalogue=reading.catalogue.as_json(), entered_by=waiting.by,
        entered_at=now, saved_at=now,
    )  # fmt: skip
    rows.describe(directive, reading.catalogue.document)
    directive.code = free_code(directive)
    originals.keep(waiting.code, waiting.sha256)
    directive.save()
    items = reading.catalogue.items
    Item.objects.bulk_create(rows.item_row(item, directive=directive, position=n) for n, item in enumerate(items, 1))
    found = reading.catalogue.findings
    proofs.first(directive, found)
    pairing.propose(directive)
    Upload.objects.filter(pk=waiting.pk).update(state=Upload.State.DONE, directive=directive)
    after = {"number": directive.number, "items": len(items), "findings": len(found), "sha256": directive.sha256}
    audit.record(by=waiting.by.as_actor(), now=now, verb="read", kind="directive", code=directive.code, after=after)
    transaction.on_commit(lambda: originals.discard(waiting.code))
    return directive


def free_code(directive: Directive) -> str:
    """Give a code for addresses, "488-QD-CT-2022", with a number behind where it is taken."""
    year = directive.issued_on.year if directive.issued_on else None
    stem = slugify(fold(directive.number or "van ban")).upper() or "VAN-BAN"
    stem = f"{stem}-{year}"[:70] if year else stem[:70]
    taken = set(Directive.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if code not in taken)
