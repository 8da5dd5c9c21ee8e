"""The one table of rights: role × position in the tree of agencies × right. Checks, reference and tests read it."""

from __future__ import annotations

from enum import StrEnum

from dondoc.accounts.models import Role


class Right(StrEnum):
    """Something that not everybody may do."""

    READ = "read"  # see published directives
    REVIEW = "review"  # upload, type in, review, see what is not published
    PUBLISH = "publish"  # publish, correct afterwards, suspend, withdraw
    FOLLOW = "follow"  # see what an agency has to do and what it reported
    REPORT = "report"  # enter values, difficulties and evidence
    CHECK = "check"  # look through a report before the head
    TAKE = "take"  # accept, return or pass on what is assigned
    APPROVE = "approve"  # sign a report off for the agency
    HAND_OVER = "hand_over"  # let a deputy or a division head sign
    ASSIGN = "assign"  # assign without a document, pass down
    RECEIVE = "receive"  # receive, verify or return a report
    EXTEND = "extend"  # grant more time, make exceptions after the cut-off
    ASK = "ask"  # ask for an ad-hoc report
    SUPERVISE = "supervise"  # record checks and recommendations
    AUDIT = "audit"  # read the audit trail
    ADMINISTER = "administer"  # keep accounts, posts and agencies


class Position(StrEnum):
    """Where an agency stands to somebody's post."""

    OWN = "own"
    BELOW = "below"
    EVERYWHERE = "everywhere"


Rights = frozenset[Right]


def _row(*, own: str = "", below: str = "", everywhere: str = "read") -> dict[Position, Rights]:
    given = {Position.OWN: own, Position.BELOW: below, Position.EVERYWHERE: everywhere}
    return {position: frozenset(Right(name) for name in names.split()) for position, names in given.items()}


TABLE: dict[Role, dict[Position, Rights]] = {
    Role.SPECIALIST: _row(own="follow report", below="follow"),
    Role.DIVISION_HEAD: _row(own="follow report check take", below="follow receive"),
    Role.DEPUTY_HEAD: _row(own="follow report check take", below="follow receive ask"),
    Role.SIGNING_DEPUTY: _row(own="follow report check take approve", below="follow receive assign extend ask"),
    Role.AGENCY_HEAD: _row(
        own="follow report check take approve hand_over", below="follow receive assign extend ask"
    ),
    Role.RECEIVING_OFFICE: _row(everywhere="read review follow receive extend ask"),
    Role.PROVINCIAL_OFFICE: _row(everywhere="read review follow receive assign ask"),
    Role.LEADER: _row(everywhere="read follow assign extend ask"),
    Role.MTTQ_SUPERVISOR: _row(everywhere="read follow supervise"),
    Role.AUDITOR: _row(everywhere="read follow supervise audit"),
    Role.ADMINISTRATOR: _row(everywhere="read administer"),
    Role.CLERK: _row(everywhere="read review"),
    Role.PUBLISHER: _row(everywhere="read review publish"),
    Role.READER: _row(),
}  # fmt: skip


def roles_with(right: Right, position: Position) -> list[Role]:
    """Give the roles that have a right at a position."""
    return [role for role, places in TABLE.items() if right in places[position]]
