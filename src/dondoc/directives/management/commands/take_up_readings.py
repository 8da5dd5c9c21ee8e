"""Asks again for readings that died with the worker."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from dondoc.directives.actions import uploading


class Command(BaseCommand):
    """Run once when the site starts."""

    help = "Ask again for uploaded files whose reading died with the worker."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, and say how many."""
        self.stdout.write(str(uploading.take_up(now=timezone.now())))
