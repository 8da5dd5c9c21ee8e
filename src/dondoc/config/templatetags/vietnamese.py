"""Dates, figures and names as Vietnamese offices write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day: 14/3/2022."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.day}/{value.month}/{value.year}" if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment: 09:42 ngày 14/3/2022."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return _("%(clock)s ngày %(day)s") % {"clock": f"{local:%H:%M}", "day": day(local)}


@register.filter
def clock(value: datetime | None) -> str:
    """Write the hour and minute: 09:42."""
    return f"{timezone.localtime(value):%H:%M}" if value else ""


@register.filter
def grouped(value: int) -> str:
    """Write a whole number with points between thousands: 100.000."""
    return f"{value:,}".replace(",", ".")


@register.filter
def megabytes(value: int) -> str:
    """Write a file size: 76 kB, 1,2 MB."""
    if value < 1_000_000:
        return f"{max(1, round(value / 1000))} kB"
    return f"{value / 1_000_000:.1f} MB".replace(".", ",")


@register.filter
def item_of(mapping: dict[Any, Any], key: object) -> Any:
    """Give what a dictionary holds under a key, or None."""
    return mapping.get(key)
