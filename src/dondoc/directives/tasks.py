"""Background work: reading an uploaded file."""

from django.utils import timezone
from django_tasks import task

from dondoc.directives.actions import reading


@task()
def read_upload(code: str) -> str | None:
    """Read a waiting file; give the code of the directive it became, None where it was refused."""
    directive = reading.read_upload(code=code, now=timezone.now())
    return directive.code if directive else None
