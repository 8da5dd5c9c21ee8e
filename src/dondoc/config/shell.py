"""What the shell around every page needs: the entries, the province, the version."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

VERSION = version("dondoc")
# The six entries in the order of the work; an entry gets its address when its room is built.
ENTRIES = (
    ("my-work", _("Việc của tôi"), "directives:my-work"),
    ("directives", _("Văn bản"), "directives:list"),
    ("reporting", _("Báo cáo"), ""),
    ("results", _("Kết quả"), ""),
    ("evaluation", _("Đánh giá"), ""),
    ("papi", _("PAPI"), ""),
)

# What is looked up now and then, in the menu below one's name.
MENU = ((_("Cơ quan"), "agencies:list"),)
# What the rooms above say of one directive, shown as links on its page: the page itself knows no room above it.
OF_A_DIRECTIVE = ((_("Giao việc"), "assignments:shares"),)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give templates the entries, marked where the page lies."""
    match = getattr(request, "resolver_match", None)
    here = "my-work" if match and match.url_name == "my-work" else (match.namespace if match else "")
    return {
        "entries": [
            {"name": label, "href": reverse(route) if route else "", "current": name == here}
            for name, label, route in ENTRIES
        ],
        "menu": MENU,
        "of_a_directive": OF_A_DIRECTIVE,
        "province": settings.DONDOC_PROVINCE,
        "version": VERSION,
    }
