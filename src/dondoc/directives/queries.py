"""Reads of directives, always scoped by who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import Http404

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, rights_of
from dondoc.directives import folding
from dondoc.directives.models import Correction, Directive, Finding, Item, Pair, Upload

Decision = Item.Decision


def waiting(prefix: str = "") -> Q:
    """Give the condition of a row with a doubt that nobody has decided; `prefix` leads from another table to rows."""
    return Q(**{f"{prefix}doubtful": True, f"{prefix}decision": Decision.NONE})


WAITING = waiting()
ASKED = Q(decision=Decision.ASKED)
SEEN = Q(doubtful=True) & ~Q(decision__in=(Decision.NONE, Decision.DELETED, Decision.ASKED)) | Q(
    decision__in=(Decision.CORRECTED, Decision.ADDED)
)
STANDING = ~Q(decision=Decision.DELETED)
TABS: dict[str, Q] = {
    "can-xem": WAITING,
    "da-xem": SEEN,
    "dang-hoi": ASKED,
    "ro": STANDING & ~WAITING & ~SEEN & ~ASKED,
    "tat-ca": STANDING,
    "da-bo": Q(decision=Decision.DELETED),
}
HEAVY = ("text", "catalogue")


def directives_visible_to(person: Person) -> QuerySet[Directive]:
    """Give the directives a person may see: those once published, and with the right to review all of them."""
    rights = rights_of(person)
    if Right.REVIEW in rights:
        return Directive.objects.all()
    if Right.READ in rights:
        return Directive.objects.filter(published_at__isnull=False)
    return Directive.objects.none()


def get_directive_for(person: Person, code: str) -> Directive:
    """Give one directive a person may see; raises Http404."""
    directive = directives_visible_to(person).select_related("entered_by", "published_by").filter(code=code).first()
    if directive is None:
        raise Http404
    return directive


def list_of_directives(person: Person) -> QuerySet[Directive]:
    """Give the directives a person may see with their counts, newest first, without the long texts."""
    found = (
        directives_visible_to(person)
        .defer(*HEAVY)
        .annotate(
            rows=Count("items", filter=~Q(items__decision=Decision.DELETED)),
            waiting=Count("items", filter=waiting("items__")),
        )
    )
    return found.order_by("-entered_at", "-id")


def uploads_shown_to(person: Person) -> QuerySet[Upload]:
    """Give a person's uploads that are not read yet, or were refused and not put away, newest first."""
    return Upload.objects.filter(by=person, dismissed_at__isnull=True).exclude(state=Upload.State.DONE)[:20]


def get_upload_for(person: Person, code: str) -> Upload:
    """Give one upload of a person; raises Http404."""
    upload = Upload.objects.select_related("directive").filter(by=person, code=code).first()
    if upload is None:
        raise Http404
    return upload


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How far a review is."""

    waiting: int
    seen: int
    asked: int
    clear: int
    standing: int
    deleted: int
    doubts: int
    untouched: int

    @property
    def by_tab(self) -> dict[str, int]:
        """Give the number beside each tab."""
        numbers = (self.waiting, self.seen, self.asked, self.clear, self.standing, self.deleted)
        return dict(zip(TABS, numbers, strict=True))

    @property
    def doubts_seen(self) -> int:
        """Give how many of the doubtful rows were decided."""
        return self.doubts - self.waiting


def counts(directive: Directive) -> Counts:
    """Count the rows of a review in one query."""
    found = directive.items.aggregate(
        doubts=Count("pk", filter=Q(doubtful=True) & STANDING),
        untouched=Count("pk", filter=Q(doubtful=False, decision=Decision.NONE)),
        **{f"tab_{n}": Count("pk", filter=tab) for n, tab in enumerate(TABS.values())},
    )
    waiting, seen, asked, clear, standing, deleted = (found[f"tab_{n}"] for n in range(len(TABS)))
    return Counts(
        waiting=waiting, seen=seen, asked=asked, clear=clear, standing=standing, deleted=deleted,
        doubts=found["doubts"], untouched=found["untouched"],
    )  # fmt: skip


def review_rows(directive: Directive, tab: str, *, like: str = "", words: str = "") -> QuerySet[Item]:
    """Give the rows of one tab in the document's order; `like` keeps those of one task, `words` those with words."""
    rows = directive.items.filter(TABS[tab]).order_by("position")
    if like:
        rows = rows.filter(same_text=like)
    if words.strip():
        rows = rows.filter(search_text__contains=folding.needle(words))
    return rows


def get_row(directive: Directive, pk: int) -> Item:
    """Give one row of a directive with who decided it; raises Http404."""
    row = directive.items.select_related("decided_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    row.directive = directive
    return row


def find_row(directive: Directive, label: str) -> Item | None:
    """Give the row of an address, or of a number as people say it, "8.13"; None where there is none."""
    rows = directive.items.select_related("decided_by")
    by_address = rows.filter(pk=int(label)).first() if label.isdecimal() and len(label) < 10 else None
    return by_address or rows.filter(ref=label.replace(".", "/")).first() or rows.filter(ref=label).first()


def next_waiting(directive: Directive, row: Item | None) -> Item | None:
    """Give the next row with a doubt in the document's order, from the top again after the last."""
    waiting = directive.items.select_related("decided_by").filter(WAITING).order_by("position")
    following = waiting.filter(position__gt=row.position).first() if row else None
    return following or (waiting.exclude(pk=row.pk).first() if row else waiting.first())


def neighbours(directive: Directive, row: Item, tab: str) -> tuple[Item | None, Item | None]:
    """Give the rows before and after one in a tab, for the arrows of the narrow screen."""
    rows = directive.items.filter(TABS[tab])
    before = rows.filter(position__lt=row.position).order_by("position").last()
    return before, rows.filter(position__gt=row.position).order_by("position").first()


def sisters(item: Item) -> list[Item]:
    """Give the other rows of the same task in the directive."""
    return list(
        item.directive.items.filter(STANDING, same_text=item.same_text).exclude(pk=item.pk).order_by("position")
    )


def doubts_along(directive: Directive) -> list[Item]:
    """Give every row that has or had a doubt, for the strip beside the document."""
    return list(directive.items.filter(STANDING, doubtful=True).only("ref", "source", "decision", "doubtful"))


def findings_of(directive: Directive) -> list[Finding]:
    """Give the findings about a directive as a whole, errors first, then warnings, then notes.

    A finding that stands as the doubt of its row is left out: it is decided with the row.
    """
    weight = Case(
        When(severity="error", then=Value(0)), When(severity="warning", then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    found = directive.findings.select_related("decided_by").annotate(weight=weight).order_by("weight", "position")
    doubts = directive.items.filter(doubtful=True).values_list("doubts", flat=True)
    said = {doubt["reason"] for each in doubts for doubt in each}
    return [finding for finding in found if finding.severity == "error" or finding.message not in said]


def why_no_rows(directive: Directive) -> str:
    """Give what the reading says of a document in which it found no task; nothing where it says nothing."""
    found = directive.findings.filter(code="tasks-missing").first()
    return found.message if found else ""


TONES = {"error": "bad", "warning": "warn", "note": "plain"}


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """Findings of one kind shown as one line: notes of the same code together, all others alone."""

    all: list[Finding]

    @property
    def first(self) -> Finding:
        """Give the finding shown."""
        return self.all[0]

    @property
    def rest(self) -> list[Finding]:
        """Give those behind it."""
        return self.all[1:]

    @property
    def count(self) -> int:
        """Give how many there are."""
        return len(self.all)

    @property
    def tone(self) -> str:
        """Give how loud it is."""
        return TONES[self.first.severity]


def finding_groups(findings: list[Finding]) -> list[FindingGroup]:
    """Group open notes of one code; everything else stands alone, in order."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        together = finding.severity == "note" and finding.decision == Finding.Decision.OPEN
        groups.setdefault(finding.code if together else finding.pk, []).append(finding)
    return [FindingGroup(all=group) for group in groups.values()]


def get_finding(directive: Directive, pk: int) -> Finding:
    """Give one finding of a directive; raises Http404."""
    finding = directive.findings.filter(pk=pk).first()
    if finding is None:
        raise Http404
    return finding


def waiting_for(person: Person) -> list[Directive]:
    """Give the directives in review, those with the fewest doubts left first; none without the right to review."""
    if Right.REVIEW not in rights_of(person):
        return []
    found = list_of_directives(person).filter(state=Directive.State.IN_REVIEW)
    return sorted(found, key=lambda directive: (getattr(directive, "waiting", 0), directive.entered_at))


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What a list of tasks is narrowed to; empty means everything."""

    words: str = ""
    agency: str = ""
    schedule: str = ""
    measure: str = ""
    kind: str = ""
    year: str = ""


def items_of(directive: Directive, filters: Filters) -> QuerySet[Item]:
    """Give the standing rows of a directive that filters leave, in its order."""
    rows = directive.items.filter(STANDING).order_by("position")
    return _narrowed(rows, filters)


def search(person: Person, filters: Filters) -> QuerySet[Item]:
    """Give the published tasks a person may see that hold the words, in the order of directives and rows.

    Words are looked for as they follow each other; where that finds nothing, each by itself.
    """
    visible = directives_visible_to(person).filter(state=Directive.State.PUBLISHED)
    if filters.kind:
        visible = visible.filter(kind=filters.kind)
    if filters.year.isdigit():
        visible = visible.filter(term_from__lte=int(filters.year), term_to__gte=int(filters.year))
    rows = Item.objects.filter(STANDING, directive__in=visible).select_related("directive")
    rows = rows.defer("directive__text", "directive__catalogue").order_by(
        "-directive__issued_on", "directive_id", "position"
    )
    exact = _narrowed(rows, filters)
    if exact.exists() or not filters.words.strip():
        return exact
    return _narrowed(rows, filters, apart=True)


def _narrowed(rows: QuerySet[Item], filters: Filters, *, apart: bool = False) -> QuerySet[Item]:
    words: Iterable[str] = filters.words.split() if apart else (filters.words,)
    for part in words:
        if part.strip():
            rows = rows.filter(search_text__contains=folding.needle(part))
    if filters.agency.strip():
        rows = rows.filter(agencies_text__contains=folding.fold(filters.agency).strip())
    if filters.schedule:
        rows = rows.filter(schedule__kind=filters.schedule)
    if filters.measure:
        rows = rows.filter(measure=filters.measure)
    return rows


def agencies_in(directive: Directive) -> list[str]:
    """Give the lead agencies of a directive in the order of their first row."""
    seen: dict[str, None] = {}
    for leads in directive.items.filter(STANDING).order_by("position").values_list("leads", flat=True):
        seen.update(dict.fromkeys(leads))
    return list(seen)


def schedules_in(directive: Directive) -> list[str]:
    """Give the kinds of time that occur in a directive."""
    kinds = directive.items.filter(STANDING, schedule__isnull=False).values_list("schedule__kind", flat=True)
    return sorted(set(kinds.order_by()))


def get_published_item(person: Person, code: str, ref: str) -> Item:
    """Give one standing row by its directive's code and its own; raises Http404."""
    directive = get_directive_for(person, code)
    item = directive.items.filter(STANDING, ref=ref).first()
    if item is None:
        raise Http404
    item.directive = directive
    return item


def corrections_of(item: Item) -> QuerySet[Correction]:
    """Give the changes of a published row, newest first."""
    return item.corrections.order_by("-id")


def pairs_of(directive: Directive) -> QuerySet[Pair]:
    """Give the proposed pairs that touch a directive and none withdrawn, undecided first."""
    mine = Q(left__directive=directive) | Q(right__directive=directive)
    gone = Q(left__directive__state=Directive.State.WITHDRAWN) | Q(right__directive__state=Directive.State.WITHDRAWN)
    pairs = Pair.objects.filter(mine).exclude(gone).select_related("left__directive", "right__directive", "decided_by")
    heavy = [f"{side}__directive__{name}" for side in ("left", "right") for name in HEAVY]
    return pairs.defer(*heavy).order_by("-decision", "left__position", "id")


def get_pair(directive: Directive, pk: int) -> Pair:
    """Give one pair that touches a directive; raises Http404."""
    pair = pairs_of(directive).filter(pk=pk).first()
    if pair is None:
        raise Http404
    return pair


@dataclass(frozen=True, kw_only=True)
class Shared:
    """How many tasks of a directive may share a reporting line with others, and how many such proposals wait."""

    tasks: int
    pairs: int
    waiting: int


def shared(directive: Directive) -> Shared:
    """Count what the page of proposed pairs shows: its tasks, their pairs, and those nobody has answered."""
    proposed = Q(decision=Pair.Decision.PROPOSED)
    found = pairs_of(directive).order_by().aggregate(
        tasks=Count("left", distinct=True), pairs=Count("pk"), waiting=Count("pk", filter=proposed)
    )  # fmt: skip
    return Shared(**found)


def others_beside(directive: Directive) -> QuerySet[Directive]:
    """Give the directives to hold a directive against: all that are not withdrawn and no other copy of it."""
    copies = [copy.pk for copy in other_copies(directive)]
    return Directive.objects.exclude(pk__in=[directive.pk, *copies]).exclude(state=Directive.State.WITHDRAWN)


def other_copies(directive: Directive) -> list[Directive]:
    """Give the other directives of the same number, day and issuer that are not withdrawn; an issuer may be missing."""
    same_day = Directive.objects.exclude(pk=directive.pk).exclude(state=Directive.State.WITHDRAWN)
    number, issuer = folding.fold(directive.number), folding.fold(directive.issuer)
    found = []
    for other in same_day.filter(issued_on=directive.issued_on).defer(*HEAVY) if number.strip() else ():
        theirs = folding.fold(other.issuer)
        if folding.fold(other.number) == number and (theirs == issuer or " " in (theirs, issuer)):
            found.append(other)
    return found


def pair_groups(directive: Directive) -> list[list[Pair]]:
    """Give the pairs of a directive grouped by the task they lean on."""
    groups: dict[int, list[Pair]] = {}
    for pair in pairs_of(directive):
        groups.setdefault(pair.left_id, []).append(pair)
    return list(groups.values())
