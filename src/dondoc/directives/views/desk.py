"""Where a request of the review works: who, which directive, which tab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.http.request import QueryDict

from dondoc.accounts.models import Person
from dondoc.directives import queries, wording
from dondoc.directives.models import Directive, Item


@dataclass(kw_only=True)
class Desk:
    """What one request of the review is about."""

    request: HttpRequest
    person: Person
    directive: Directive
    tab: str
    like: str
    words: str

    @property
    def htmx(self) -> bool:
        """Say whether fragments are wanted."""
        return bool(self.request.htmx)  # type: ignore[attr-defined]

    def rows(self) -> list[Item]:
        """Give the rows of the tab."""
        return list(queries.review_rows(self.directive, self.tab, like=self.like, words=self.words))

    def context(self) -> dict[str, Any]:
        """Give what every fragment of the screen needs."""
        counts = queries.counts(self.directive)
        return {
            "directive": self.directive,
            "tab": self.tab,
            "like": self.like,
            "words": self.words,
            "counts": counts,
            "why_no_rows": "" if counts.standing else queries.why_no_rows(self.directive),
            "tabs": [
                (tab, label, counts.by_tab[tab])
                for tab, label in wording.TABS.items()
                if tab != "dang-hoi" or counts.asked or tab == self.tab
            ],
            "severities": wording.SEVERITIES,
            "htmx": self.htmx,
        }


def desk_of(request: HttpRequest, person: Person, code: str) -> Desk:
    """Give the desk a request speaks of: the tab asked for, else the doubts, else all rows. Raises Http404."""
    directive = queries.get_directive_for(person, code)
    asked: QueryDict = request.POST if request.method == "POST" else request.GET
    tab = asked.get("tab", "")
    if tab not in queries.TABS:
        tab = "can-xem" if queries.counts(directive).waiting else "tat-ca"
    return Desk(
        request=request,
        person=person,
        directive=directive,
        tab=tab,
        like=asked.get("giong", ""),
        words=asked.get("q", ""),
    )
