"""What the software would propose for a doubtful row; it never writes it by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from dondoc.directives.models import Item
from dondoc.directives.wording import say_targets

SISTERS = 3


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Changes to offer, a few words for the button, and the rows they lean on."""

    changes: dict[str, Any]
    words: str
    agree: int = 0
    of: int = 0


def propose(item: Item, sisters: list[Item]) -> Proposal | None:
    """Propose the repaired spelling, else the target nearly all rows of the same task have, else None."""
    if item.text_suggested and item.text_suggested != item.text:
        return Proposal(changes={"text": item.text_suggested}, words=item.text_suggested)
    counted = Counter(say_targets(row.targets) for row in sisters if row.targets)
    if len(sisters) < SISTERS or not counted:
        return None
    words, agree = counted.most_common(1)[0]
    if agree * 3 < len(sisters) * 2 or words == say_targets(item.targets):
        return None
    model = next(row for row in sisters if say_targets(row.targets) == words)
    return Proposal(changes={"targets": _with_own_words(item, model)}, words=words, agree=agree, of=len(sisters))


def _with_own_words(item: Item, model: Item) -> list[dict[str, Any]]:
    """Take the sister's typed targets; the words stay those this document prints."""
    own = [target["text"] for target in item.targets]
    printed = own + [""] * (len(model.targets) - len(own))
    return [target | {"text": words} for target, words in zip(model.targets, printed, strict=False)]
