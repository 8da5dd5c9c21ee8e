"""Targets (chỉ tiêu): what is to be reached, read from words and held against measured values."""

from dondoc.rules.targets.doubting import doubts
from dondoc.rules.targets.judging import Met, met, met_all
from dondoc.rules.targets.phrases import parse
from dondoc.rules.targets.prose import Found, find, is_target_form
from dondoc.rules.targets.trajectories import Trajectory
from dondoc.rules.targets.trajectories import trajectory as course_by_year
from dondoc.rules.targets.values import Combine, Comparator, Per, Target, plain
from dondoc.rules.targets.wording import say, say_due

__all__ = [
    "Combine",
    "Comparator",
    "Found",
    "Met",
    "Per",
    "Target",
    "Trajectory",
    "course_by_year",
    "doubts",
    "find",
    "is_target_form",
    "met",
    "met_all",
    "parse",
    "plain",
    "say",
    "say_due",
]
