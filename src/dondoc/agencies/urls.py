"""Addresses of agencies; which rights they ask for is said by the room above that knows people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from dondoc.agencies import views

app_name = "agencies"
Guard = Callable[[Callable[..., Any]], Callable[..., Any]]


def patterns(*, read: Guard, keep: Guard) -> list[URLPattern]:
    """Give the addresses, each behind a guard: `read` for looking, `keep` for changing the list."""
    return [
        path("co-quan/", read(views.list_agencies), name="list"),
        path("co-quan/danh-sach.xlsx", read(views.write_out), name="write-out"),
        path("co-quan/nhap/", keep(views.take_in), name="take-in"),
        path("co-quan/<str:code>/", read(views.one), name="one"),
    ]
