"""Brings the English catalogue up to what the interface says."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from dondoc.config import translations


class Command(BaseCommand):
    """Add new sentences to the catalogue, empty, and drop those that are said no more."""

    help = "Bring the English catalogue up to the sentences of the interface."

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect, and say what is to be translated."""
        po = settings.CATALOGUES / translations.PLACE / "django.po"
        new, dropped = translations.collect(settings.PACKAGE, po)
        self.stdout.write(f"{new} câu mới cần dịch, {dropped} câu bỏ đi: {po}")
