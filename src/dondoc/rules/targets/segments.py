"""One stretch of a phrase that holds one figure, read into a typed target.

The tokens are taken one by one through a table of handlers into a draft; what is left over as free words is
the subject before the figure and the unit (or, behind a share, the subject) after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dondoc.rules import letters
from dondoc.rules.dates import Relation, When
from dondoc.rules.targets import words
from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.tokens import Token, tidy
from dondoc.rules.targets.values import UPPER, Comparator, Per, is_share


@dataclass(slots=True)
class Draft:
    """A target in the making; spans of free words before and behind the figure are kept until the end."""

    text: str
    tokens: Sequence[Token]
    figure: Figure
    comparator: Comparator | None = None
    movement: str | None = None
    to_level: bool = False
    rank: bool = False
    leading: bool = False
    doing: bool = False
    act: tuple[int, int] | None = None
    signed: bool = False
    qualifier: str | None = None
    per: Per | None = None
    by: When | None = None
    baseline: str | None = None
    before: list[tuple[int, int]] = field(default_factory=list)
    behind: list[tuple[int, int]] = field(default_factory=list)
    pending: list[Token] = field(default_factory=list)
    reached: bool = False
    broken: bool = False
    nested: bool = False
    exceeds: bool = False
    grouped: bool = False


def read(text: str, tokens: Sequence[Token], figure: Figure) -> Draft:
    """Read the tokens around one figure into a draft."""
    draft = Draft(text=text, tokens=tokens, figure=figure, per=figure.per)
    for token in tokens[: figure.first]:
        _LEFT.get(token.kind, _left_word)(draft, token)
    draft.reached = any(text[token.start : token.end].lower().startswith("đạt") for token in draft.pending)
    _keep_average(draft)
    draft.pending.clear()
    for token in tokens[figure.behind :]:
        _RIGHT.get(token.kind, _right_word)(draft, token)
    return draft


def _keep_average(draft: Draft) -> None:
    """ "Tuổi thọ trung bình" is a name; behind a movement ("tăng trung bình 5%") the word is of the figure."""
    first = draft.pending[0] if draft.pending else None
    if first is None or not draft.before or draft.movement is not None:
        return
    if letters.lower(draft.text[first.start : first.end]) in ("trung bình", "bình quân"):
        draft.before.append((first.start, first.end))


def carry(former: Draft, draft: Draft) -> None:
    """Take over from the figure before what holds for this one too: a fall or an upper bound named once.

    Behind "đến" stands the upper bound of a stretch whose lower one is strict.
    """
    if draft.comparator is not None or draft.movement is not None:
        return
    if draft.figure.first and draft.tokens[0].kind == "toward" and former.comparator is Comparator.GREATER:
        draft.comparator = Comparator.AT_MOST
    elif _goes_on(former, draft):
        draft.movement = former.movement if former.movement in ("up", "down") and not former.to_level else None
        draft.comparator = former.comparator if former.comparator in UPPER else None


def _goes_on(former: Draft, draft: Draft) -> bool:
    """ "giảm 10% số vụ, 5% số người chết": the second share of something has no word before it at all."""
    before = draft.tokens[: draft.figure.first]
    bare = all(token.kind == "comma" or draft.text[token.start : token.end] == "và" for token in before)
    return bare and not former.before and is_share(draft.figure.unit) and bool(draft.behind and former.behind)


_Handler = Callable[[Draft, Token], None]


def _left_word(draft: Draft, token: Token) -> None:
    """A free word before the figure: whatever was waiting for the figure turns out to be words of the subject too."""
    for waiting in draft.pending:
        _UNDO.get(waiting.kind, _nothing)(draft, waiting)
        draft.before.append((waiting.start, waiting.end))
    draft.pending.clear()
    draft.before.append((token.start, token.end))


def _nothing(draft: Draft, token: Token) -> None:
    """Leave the draft as it is."""


def _wait(draft: Draft, token: Token) -> None:
    draft.pending.append(token)


def _left_compare(draft: Draft, token: Token) -> None:
    if not (token.kind == "adjacent" and draft.comparator is not None and token.value is Comparator.AT_LEAST):
        draft.comparator = token.value
    draft.signed = token.kind == "sign"
    draft.exceeds = letters.folded(draft.text[token.start : token.end]).startswith("vuot")
    _wait(draft, token)


def _undo_compare(draft: Draft, token: Token) -> None:
    draft.comparator = None


def _left_movement(draft: Draft, token: Token) -> None:
    """At the front a movement rules the phrase; behind a noun ("tỷ lệ giảm nghèo") only right before the figure."""
    if token.kind == "cut":
        _left_word(draft, token)
    elif draft.before or _names_share(draft):
        _wait(draft, token)
    draft.movement, draft.to_level = token.kind, False


def _names_share(draft: Draft) -> bool:
    """Say whether a noun like "tỷ lệ" stands waiting: what follows it is part of a name."""
    waiting = draft.text[draft.pending[0].start : draft.pending[0].end] if draft.pending else ""
    return letters.folded(waiting).startswith(("ty le", "ti le", "muc", "so luong"))


def _undo_movement(draft: Draft, token: Token) -> None:
    draft.movement = None


def _left_quoted(draft: Draft, token: Token) -> None:
    if draft.text[token.start + 1 :].lower().startswith(words.CUT):
        draft.movement = "cut"
    _left_word(draft, token)


def _left_toward(draft: Draft, token: Token) -> None:
    if draft.movement is None and draft.baseline is not None:
        draft.movement = words.RISEN.get(letters.lower(draft.text[token.start : token.end]))
    if draft.movement is not None:
        draft.to_level = True
    elif draft.before:
        _left_word(draft, token)
    else:
        _wait(draft, token)


def _left_filler(draft: Draft, token: Token) -> None:
    """Weak words wait: they belong to the subject only if more of it follows. "đạt" names a level, not a step."""
    said = letters.lower(draft.text[token.start : token.end])
    draft.grouped = draft.grouped or said.endswith("nhóm")
    if said.startswith("đạt"):
        draft.movement = draft.movement if draft.movement == "cut" else None
        draft.doing = draft.doing and not draft.before
    _wait(draft, token)


def _left_when(draft: Draft, token: Token) -> None:
    """A date opens the phrase or stands right before the figure; in the middle of words it describes."""
    draft.by = token.value
    if _opens_wanted(draft):
        draft.before.clear()
    if draft.before:
        _wait(draft, token)
    else:
        draft.pending.clear()


def _opens_wanted(draft: Draft) -> bool:
    """ "…, phấn đấu đến năm 2025 tỷ lệ …": what stands before the wish is not of the figure."""
    last = draft.pending[-1] if draft.pending else None
    return last is not None and letters.folded(draft.text[last.start : last.end]) in (
        "phan dau",
        "muc tieu",
        "chi tieu",
    )


def _undo_when(draft: Draft, token: Token) -> None:
    draft.by = None


def _left_per(draft: Draft, token: Token) -> None:
    draft.per = token.value
    if draft.before:
        _wait(draft, token)


def _undo_per(draft: Draft, token: Token) -> None:
    draft.per = None


def _left_level(draft: Draft, token: Token) -> None:
    if draft.before:
        _left_word(draft, token)
    else:
        draft.qualifier = _level(draft.text, token)


def _level(text: str, token: Token) -> str:
    """ "đạt mức 4" qualifies as "mức 4"."""
    words = tidy(text, token.start, token.end)
    return words[len("đạt ") :] if letters.lower(words).startswith("đạt ") else words


def _left_rank(draft: Draft, token: Token) -> None:
    draft.rank = True
    _wait(draft, token)


def _undo_rank(draft: Draft, token: Token) -> None:
    draft.rank = False


def _left_doing(draft: Draft, token: Token) -> None:
    if draft.before or any(waiting.kind not in ("stop", "comma") for waiting in draft.pending):
        _left_word(draft, token)
    else:
        draft.doing = token.value == "completing"
        draft.act = (token.start, token.end)
        _wait(draft, token)


def _left_stop(draft: Draft, token: Token) -> None:
    if draft.text[token.start] == ":" and draft.before:
        return
    _wait(draft, token)


def _left_comma(draft: Draft, token: Token) -> None:
    if draft.before:
        _wait(draft, token)


def _left_baseline(draft: Draft, token: Token) -> None:
    draft.baseline = token.value
    draft.rank = draft.rank or letters.lower(token.value).startswith(words.RANKING)


def _right_word(draft: Draft, token: Token) -> None:
    """A free word behind the figure: a period or a date that stood between words was one of them."""
    if draft.broken:
        return
    for waiting in draft.pending:
        _UNDO.get(waiting.kind, _nothing)(draft, waiting)
        draft.behind.append((waiting.start, waiting.end))
    draft.pending.clear()
    draft.nested = draft.nested or token.kind in _NESTED
    draft.behind.append((token.start, token.end))


_NESTED = frozenset({"number", "school", "level", "named", "docno", "ratio"})


def _right_break(draft: Draft, token: Token) -> None:
    if draft.behind:
        draft.broken = True


def _right_per(draft: Draft, token: Token) -> None:
    """ "/năm" is always a period; "hàng năm" among words may be one of them."""
    if draft.per is not None:
        return
    draft.per = token.value
    if draft.text[token.start] != "/":
        _wait_behind(draft, token)
    elif not draft.text[token.end :].lstrip().startswith("/"):
        _right_break(draft, token)


def _wait_behind(draft: Draft, token: Token) -> None:
    if draft.behind:
        draft.pending.append(token)


def _right_when(draft: Draft, token: Token) -> None:
    """A deadline with "đến", "trước" is one wherever it stands; a mere date among words may be one of them."""
    if draft.by is not None and draft.by.code is not None:
        return
    draft.by = token.value
    if token.value.relation in (Relation.BY, Relation.BEFORE):
        _right_break(draft, token)
    else:
        _wait_behind(draft, token)


def _right_baseline(draft: Draft, token: Token) -> None:
    draft.baseline = token.value
    _right_break(draft, token)


def _right_after(draft: Draft, token: Token) -> None:
    """ "trở lên" behind a figure that only describes ("từ 15 tuổi trở lên") says nothing of the target."""
    if draft.nested:
        _right_word(draft, token)
        return
    if draft.comparator in (None, Comparator.EQUAL) or not draft.signed:
        draft.comparator = token.value
    _right_break(draft, token)


def _right_leading(draft: Draft, token: Token) -> None:
    draft.leading = True
    _right_word(draft, token)


def _right_stop(draft: Draft, token: Token) -> None:
    if draft.text[token.start] in "()[]":
        draft.broken = draft.broken or draft.text[token.end : token.end + 1].isdigit()
        _right_break(draft, token)
    elif draft.text[token.start] not in ".…":
        draft.broken = draft.broken or bool(draft.behind)


def _right_level(draft: Draft, token: Token) -> None:
    if draft.qualifier is None and not draft.behind:
        draft.qualifier = _level(draft.text, token)
    else:
        _right_word(draft, token)


_LEFT: dict[str, _Handler] = {
    "sign": _left_compare, "compare": _left_compare, "adjacent": _left_compare, "up": _left_movement,
    "down": _left_movement, "cut": _left_movement, "toward": _left_toward, "filler": _left_filler, "when": _left_when,
    "per": _left_per, "level": _left_level, "rank": _left_rank, "doing": _left_doing, "stop": _left_stop,
    "comma": _left_comma, "dash": _left_comma, "baseline": _left_baseline,
    "quoted": _left_quoted,
}  # fmt: skip
_UNDO: dict[str, _Handler] = {
    "sign": _undo_compare, "compare": _undo_compare, "adjacent": _undo_compare, "when": _undo_when, "per": _undo_per,
    "rank": _undo_rank, "up": _undo_movement, "down": _undo_movement,
}  # fmt: skip
_RIGHT: dict[str, _Handler] = {
    "per": _right_per, "when": _right_when, "baseline": _right_baseline, "after": _right_after, "stop": _right_stop,
    "leading": _right_leading, "level": _right_level,
}  # fmt: skip
