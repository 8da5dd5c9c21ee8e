"""A file comes in; the reading follows in the background."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import PurePath

from django.db import IntegrityError, transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives import originals, tasks
from dondoc.directives.actions.reading import UNFINISHED
from dondoc.directives.models import Directive, Upload
from dondoc.directives.refusals import AlreadyHere, BeingRead, NotRefused

DEAD_AFTER = timedelta(minutes=3)


def upload(*, chunks: Iterable[bytes], filename: str, by: Person, now: datetime) -> Upload:
    """Take a file in, to be read next; the same file never comes in twice.

    Raises AlreadyHere with the directive it became, or BeingRead with the upload under way.
    """
    require(by, Right.REVIEW)
    code = secrets.token_hex(8)
    size, sha256 = originals.receive(chunks, code)
    try:
        with transaction.atomic():
            return _enter(code=code, filename=_tidy(filename), size=size, sha256=sha256, by=by, now=now)
    except BaseException:
        originals.discard(code)
        raise


def _enter(*, code: str, filename: str, size: int, sha256: str, by: Person, now: datetime) -> Upload:
    known = Directive.objects.filter(sha256=sha256).first()
    if known is not None:
        raise AlreadyHere(known)
    row = Upload(code=code, filename=filename, size=size, sha256=sha256, by=by, at=now)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise BeingRead(Upload.objects.get(sha256=sha256, state__in=UNFINISHED)) from None
    after = {"filename": filename, "size": size, "sha256": sha256}
    audit.record(by=by.as_actor(), now=now, verb="upload", kind="upload", code=code, after=after)
    again(code)
    return row


def _tidy(filename: str) -> str:
    """Keep the last part of a path, without control characters, at most 200 letters."""
    name = PurePath(filename.replace("\\", "/")).name
    return re.sub(r"[\x00-\x1f\x7f]", "", name)[-200:] or "tep"


@transaction.atomic
def dismiss(*, upload: Upload, by: Person, now: datetime) -> None:
    """Put a refused file away, so that it is listed no more; the trail keeps it. Raises NotRefused."""
    upload = Upload.objects.select_for_update().get(pk=upload.pk, by=by)
    require(by, Right.REVIEW)
    if upload.state != Upload.State.REFUSED:
        raise NotRefused
    if upload.dismissed_at is None:
        Upload.objects.filter(pk=upload.pk).update(dismissed_at=now)
        audit.record(by=by.as_actor(), now=now, verb="dismiss-upload", kind="upload", code=upload.code)


def again(code: str) -> None:
    """Ask the worker to read a waiting file."""
    tasks.read_upload.enqueue(code)


def take_up(*, now: datetime) -> int:
    """Ask again for files whose reading died with the worker; give how many. Called when the site starts."""
    dead = Upload.objects.filter(state__in=UNFINISHED, at__lt=now - DEAD_AFTER)
    for upload in dead:
        again(upload.code)
    return len(dead)
