"""Damaged documents: none may crash the reader, hold it up over ten seconds, or make it break a promise.

Play one again: `python -m drills mutations --seed N --only K`; with `--shrink` it is cut to the lines that matter.
"""

from __future__ import annotations

import argparse
import faulthandler
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dondoc.papers.reading import isolated
from dondoc.papers.reading.reader import Reading, read_bytes, read_text
from dondoc.papers.reading.refusals import Unreadable
from drills.damage import Case, case
from drills.promises import broken
from drills.shrinking import shrink

SECONDS = 10.0
"""The longest a document may take, in seconds of processor time: other work may run beside a drill."""

STUCK = 60.0
"""After so many seconds by the clock without a way out Python is stopped with its place printed."""

NAME = "van-ban.txt"
OWN_FAULT = ("too-long", "too-heavy", "broken-reader")
"""Refusals that are the reader's fault and not the file's."""


class TooLong(BaseException):
    """Raised where the reader is when its time is up; not an Exception, so that nothing on the way takes it."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one document: a word for it, seconds taken, and what was wrong if anything was."""

    word: str
    seconds: float
    faults: tuple[str, ...] = ()


@dataclass
class Tally:
    """What became of all of them."""

    words: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[Case, Outcome]] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "none")

    def add(self, one: Case, outcome: Outcome) -> None:
        """Count one more."""
        self.words[outcome.word] += 1
        self.slowest = max(self.slowest, (outcome.seconds, str(one)))
        if outcome.faults:
            self.failed.append((one, outcome))


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said on the command line."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="documents read in process")
    parser.add_argument("--child", type=int, default=200, help="documents read through the child process")
    parser.add_argument("--first", type=int, default=0, help="the first document, to go on where a run ended")
    parser.add_argument("--only", type=int, help="read this one document and show what it does")
    parser.add_argument("--shrink", action="store_true", help="cut a failing document to what matters")


def run(options: argparse.Namespace) -> bool:
    """Read the damaged documents; tell whether all of them went well."""
    if options.only is not None:
        return _replay(case(options.seed, options.only), shrinking=options.shrink)
    print(f"seed {options.seed}: {options.count} documents in process, {options.child} through the child")
    numbers = range(options.first, options.first + options.count)
    inside = survey(options.seed, numbers, read_inside)
    show("in process", inside)
    child = survey(options.seed, range(numbers.stop, numbers.stop + options.child), read_through_child)
    show("through the child", child)
    return not (inside.failed or child.failed)


def survey(seed: int, numbers: range, reader: Callable[[Case], Outcome]) -> Tally:
    """Read the documents of a seed with these numbers."""
    tally = Tally()
    for number in numbers:
        one = case(seed, number)
        outcome = reader(one)
        tally.add(one, outcome)
        for fault in outcome.faults[:3]:
            print(f"  {outcome.word}: {fault}   [{one}]", flush=True)
        if (number - numbers.start + 1) % 100 == 0:
            print(f"  … {number - numbers.start + 1} read", flush=True)
    return tally


def show(title: str, tally: Tally) -> None:
    """Print the counts by outcome and the slowest document."""
    print(f"{title}: {tally.words.total()} documents, {len(tally.failed)} failed")
    for word, count in tally.words.most_common():
        print(f"  {count:6} {word}")
    print(f"  slowest {tally.slowest[0]:.2f} s: {tally.slowest[1]}", flush=True)


def read_inside(one: Case) -> Outcome:
    """Read a document in this process under the limit of time, and hold the reading to its promises."""
    start = time.process_time()
    try:
        with limited(SECONDS):
            reading = read_bytes(one.data, NAME)
    except Unreadable as refusal:
        return _refused(refusal, time.process_time() - start)
    except TooLong as late:
        return _failed("HANG", late, time.process_time() - start)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the drill looks for
        return _failed(f"CRASH {type(error).__name__}", error, time.process_time() - start)
    seconds = time.process_time() - start
    faults = broken(reading)
    # The slow ones are read again only now and then: twice the time for little news.
    if (seconds < 1 or one.number % 5 == 0) and read_text(reading.text) != reading.catalogue:
        faults.append("reading it again gives another catalogue")
    return _outcome(reading, seconds, faults)


def read_through_child(one: Case) -> Outcome:
    """Read a document through the child process; its answer must be the one this process gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(one.data)
        start = time.monotonic()
        try:
            reading = isolated.read(path, filename=NAME)
        except Unreadable as refusal:
            return _refused(refusal, time.monotonic() - start)
        seconds = time.monotonic() - start
    faults = broken(reading)
    if one.number % 4 == 0 and read_bytes(one.data, NAME) != reading:
        faults.append("the child gives another reading than this process")
    if seconds > SECONDS:
        faults.append(f"took {seconds:.1f} s")
    return _outcome(reading, seconds, faults)


def _outcome(reading: Reading, seconds: float, faults: list[str]) -> Outcome:
    word = "read" if reading.catalogue.items else "read, no task in it"
    return Outcome(word="PROMISE" if faults else word, seconds=seconds, faults=tuple(faults))


def _refused(refusal: Unreadable, seconds: float) -> Outcome:
    faults = (refusal.message,) if refusal.code in OWN_FAULT or not refusal.message.strip() else ()
    return Outcome(word=f"refused: {refusal.code}", seconds=seconds, faults=faults)


def _failed(word: str, error: BaseException, seconds: float) -> Outcome:
    """Name the innermost places of our own where it happened."""
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if "dondoc" in frame.filename]
    way = " < ".join(f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in reversed(places[-4:]))
    return Outcome(word=word, seconds=seconds, faults=(f"{str(error)[:120]} at {way}",))


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooLong after so many seconds of processor time; stop Python if it does not even hear that."""

    def late(_signal: int, _frame: object) -> None:
        raise TooLong(f"over {seconds:g} s")

    before = signal.signal(signal.SIGPROF, late)
    faulthandler.dump_traceback_later(STUCK, exit=True)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGPROF, before)


def _replay(one: Case, *, shrinking: bool) -> bool:
    print(f"{one}: {len(one.data)} bytes")
    for title, reader in (("in process", read_inside), ("through the child", read_through_child)):
        outcome = reader(one)
        print(f"{title}: {outcome.word}, {outcome.seconds:.2f} s")
        for fault in outcome.faults:
            print(f"  {fault}")
        if outcome.faults:
            if shrinking and reader is read_inside:
                print(f"smallest found: {shrink(one, read_inside, outcome.word)!r}")
            return False
    return True
