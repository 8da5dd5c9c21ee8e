"""Why an assignment cannot be made so, as facts."""

from __future__ import annotations


class NotInForce(Exception):
    """The directive is not published, or no longer in force."""


class HandedOut(Exception):
    """The directive has been handed out already."""


class NamesOpen(Exception):
    """Names nobody here bears, for which nobody has said whom they mean."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


class NoTerm(Exception):
    """The directive does not say which years it governs, so nothing tells when its tasks are due."""


class NobodyStands(Exception):
    """There are no agencies on the day asked for."""
