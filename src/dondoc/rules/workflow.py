"""How a report moves (luồng duyệt báo cáo): one table of states, who holds each, and what the holder may do with it.

The way is that of Thông tư 47/2025/TT-BKHCN, Điều 11: a specialist enters, the division head checks, the agency head
approves and sends, the receiving office takes it in, returns it with a reason, or verifies it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a report stands; each state has one holder, whose work it waits for."""

    DRAFT = "draft"
    CHECKING = "checking"
    APPROVING = "approving"
    SENT = "sent"
    RECEIVED = "received"
    RETURNED = "returned"
    VERIFIED = "verified"


class Holder(StrEnum):
    """In whose hands a report is."""

    SPECIALIST = "specialist"
    DIVISION_HEAD = "division_head"
    AGENCY_HEAD = "agency_head"
    RECEIVER = "receiver"


class Verb(StrEnum):
    """What is done with a report."""

    SUBMIT = "submit"
    RECALL = "recall"
    CHECK = "check"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    RECEIVE = "receive"
    RETURN = "return"
    VERIFY = "verify"
    CORRECT = "correct"


HOLDERS: dict[State, Holder | None] = {
    State.DRAFT: Holder.SPECIALIST,
    State.CHECKING: Holder.DIVISION_HEAD,
    State.APPROVING: Holder.AGENCY_HEAD,
    State.SENT: Holder.RECEIVER,
    State.RECEIVED: Holder.RECEIVER,
    State.RETURNED: Holder.SPECIALIST,
    State.VERIFIED: None,
}
"""Nobody waits for a verified report; only a correction opens it again, as a new version."""

EDITABLE = frozenset({State.DRAFT, State.RETURNED})


@dataclass(frozen=True, kw_only=True)
class Move:
    """One way from a state to another: who goes it, and whether a reason must be given."""

    verb: Verb
    from_: State
    to: State
    by: Holder
    reason: bool = False
    new_version: bool = False


def _moves(verb: Verb, way: str, by: Holder, *, reason: bool = False, new_version: bool = False) -> tuple[Move, ...]:
    froms, _, to = way.partition(" > ")
    return tuple(
        Move(verb=verb, from_=State(from_), to=State(to), by=by, reason=reason, new_version=new_version)
        for from_ in froms.split("|")
    )


MOVES: tuple[Move, ...] = (
    *_moves(Verb.SUBMIT, "draft|returned > checking", Holder.SPECIALIST),
    *_moves(Verb.RECALL, "checking > draft", Holder.SPECIALIST),
    *_moves(Verb.CHECK, "checking > approving", Holder.DIVISION_HEAD),
    *_moves(Verb.SEND_BACK, "checking > draft", Holder.DIVISION_HEAD, reason=True),
    *_moves(Verb.APPROVE, "approving > sent", Holder.AGENCY_HEAD),
    *_moves(Verb.SEND_BACK, "approving > draft", Holder.AGENCY_HEAD, reason=True),
    *_moves(Verb.RECEIVE, "sent > received", Holder.RECEIVER),
    *_moves(Verb.RETURN, "sent|received > returned", Holder.RECEIVER, reason=True),
    *_moves(Verb.VERIFY, "received > verified", Holder.RECEIVER),
    *_moves(Verb.CORRECT, "sent|received|verified > draft", Holder.AGENCY_HEAD, reason=True, new_version=True),
)


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why a report may not move so: `code` is state, holder or reason; `needs` is the holder or states it needs."""

    code: str
    needs: tuple[str, ...] = ()


def moves_from(state: State, by: Holder, *, divisions: bool = True) -> tuple[Move, ...]:
    """Give what a holder may do with a report in a state; an office without divisions skips their check."""
    return tuple(_without_check(move, divisions) for move in MOVES if move.from_ is state and move.by is by)


def move(state: State, verb: Verb, by: Holder, *, reason: str = "", divisions: bool = True) -> Move | Refusal:
    """Give the move a verb makes from a state, or why it may not be made."""
    named = [each for each in MOVES if each.verb is verb]
    here = [each for each in named if each.from_ is state]
    if not here:
        return Refusal(code="state", needs=tuple(dict.fromkeys(each.from_ for each in named)))
    mine = next((each for each in here if each.by is by), None)
    if mine is None:
        return Refusal(code="holder", needs=tuple(each.by for each in here))
    if mine.reason and not reason.strip():
        return Refusal(code="reason")
    return _without_check(mine, divisions)


def _without_check(one: Move, divisions: bool) -> Move:
    if divisions or one.to is not State.CHECKING:
        return one
    return Move(verb=one.verb, from_=one.from_, to=State.APPROVING, by=one.by)
