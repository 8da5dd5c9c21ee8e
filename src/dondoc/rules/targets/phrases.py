"""A target cell read into typed targets: the whole phrase is what is to be reached."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import bounds, figures, finishing, segments, states, words
from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.tokens import Token, scan, within, without_remains
from dondoc.rules.targets.trajectories import trajectory
from dondoc.rules.targets.values import Comparator, Per, Target, is_share

_NOTHING = Pattern(
    r"[\s\-–—_.…*x×/\"”“'|:;,]*(?:(?:n/?t|-nt-|như trên|không|chưa có|không có)[\s\-–.\"]*)?", re.IGNORECASE
)
_BULLET = Pattern(r"\s*(?:[-–+•*]\s+|[a-zđ]\)\s*|\d{1,2}[.)]\s+(?=\D))", re.IGNORECASE)
_UNIT_PER = Pattern(r"(.+?)\s*(?:/|mỗi|hằng|hàng)\s*(năm|quý|tháng)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(phrase: str, *, term: tuple[int, int] | None = None, unit: str | None = None) -> tuple[Target, ...]:
    """Read a target cell; none where it is empty, several where it states several figures.

    `term` is the years the document governs: a single one stands in where a deadline names no year.
    `unit` comes from a unit column of its own: "%/năm" brings the period, "Thứ bậc" makes a rank.
    Never raises: what is not measurable becomes one target with comparator text.
    """
    phrase = unicodedata.normalize("NFC", phrase).strip()
    if _NOTHING.fullmatch(phrase):
        return ()
    year = term[0] if term is not None and term[0] == term[1] else None
    named, per = unit_of_column(unit)
    plain = _unwrapped(without_remains(phrase))
    found = _read(plain, year, named, per)
    if len(found) == 1:
        return (replace(found[0], text=phrase),)
    return tuple(replace(target, text=_verbatim(phrase, plain, target.text)) for target in found)


def _unwrapped(phrase: str) -> str:
    """Blank out the line breaks that only wrap a cell; one that parts two targets stays.

    It parts before a bullet or a capital, and before a figure when the line above has one with its unit.
    """
    lines = phrase.split("\n")
    joints = ("\n" if _parts(above.rstrip(), below.lstrip()) else " " for above, below in itertools.pairwise(lines))
    return "".join(itertools.chain.from_iterable(zip(lines, (*joints, ""), strict=True)))


def _parts(above: str, below: str) -> bool:
    if _BULLET.match(below) or above.endswith((";", ".")):
        return True
    if not above or above[-1].isdigit() or above[-1] in ",:≥≤<>=-–" or _WANTS_MORE.search(letters.lower(above)):
        return False
    if below[:1].isdigit() or below[:1] in "≥≤<>=":
        return any(character.isdigit() for character in above)
    return below[:1].isupper()


_WANTS_MORE = Pattern(r"(?<!\w)(?:quý|tháng|năm|mức|độ|cấp|hạng|loại|thứ|từ|đến|trước|ngày|và|của|trên|dưới|tốp|top)$")


def _verbatim(phrase: str, plain: str, text: str) -> str:
    """Give the words of a stretch as the cell has them: the text was read with the remains of scans blanked out."""
    start = plain.find(text)
    end = start + len(text)
    while start and plain[start - 1] == " " and not phrase[start - 1].isspace():
        start -= 1
    while end < len(phrase) and plain[end] == " " and not phrase[end].isspace():
        end += 1
    return phrase[start:end]


def unit_of_column(unit: str | None) -> tuple[str | None, Per | None]:
    """Read a unit column's words: "%/năm" is per cent in a year; brackets and "Tỷ lệ" around "%" say nothing."""
    if unit is None or _NOTHING.fullmatch(unit.strip()):
        return None, None
    unit = " ".join(unicodedata.normalize("NFC", unit).split())
    found = _UNIT_PER.fullmatch(unit)
    named, per = (found[1], words.PERIODS[found[2].lower()]) if found else (unit, None)
    return ("%" if re.fullmatch(r"(?:tỷ lệ|tỉ lệ)?\s*\(?%\)?", named, re.IGNORECASE) else _small(named)), per


def _small(unit: str) -> str:
    """Begin a unit small, as it is written behind a figure; symbols and acronyms keep their letters."""
    first = unit.split()[0]
    ordinary = first[0].isupper() and not any(letter.isupper() for letter in first[1:])
    vowels = any(letter in "aeiouy" for letter in letters.folded(first))
    return letters.lower(unit[0]) + unit[1:] if ordinary and vowels and len(first) > 1 else unit


def _read(phrase: str, year: int | None, unit: str | None, per: Per | None) -> tuple[Target, ...]:
    course = trajectory(phrase)
    if course is not None and course.step is not None:
        return course.targets
    found: list[Target] = []
    for start, end in _blocks(phrase):
        found += _block(phrase, start, end, year, unit, per)
    if len(found) > 1:
        found = [target for target in found if target.comparator is not Comparator.TEXT] or found[:1]
    return tuple(_heading_shared(bounds.with_shared_unit(found, phrase), phrase, year))


def _block(phrase: str, start: int, end: int, year: int | None, unit: str | None, per: Per | None) -> list[Target]:
    """Read one block of a cell: a range between two signs, else the stretches of one figure each."""
    bullet = _BULLET.match(phrase[start:end])
    start += bullet.end() if bullet else 0
    tokens = within(scan(phrase, year), start, end)
    stated = _stated(phrase, tokens)
    chain = bounds.chain(phrase, tokens, stated, _words(phrase, start, end), unit)
    if chain:
        return chain
    found: list[Target] = []
    former: segments.Draft | None = None
    stretches = _stretches(phrase, tokens, stated, start, end)
    for first, behind in stretches:
        inside = within(tokens, first, behind) if len(stretches) > 1 else tokens
        figure = _first_stated(phrase, inside) if len(stretches) > 1 else next(iter(stated), None)
        text = _words(phrase, first, behind)
        if figure is not None and not states.is_none_of(text) and not states.is_rhythm(text):
            draft = segments.read(phrase, inside, figure)
            if former is not None:
                segments.carry(former, draft)
            found.append(finishing.target(draft, text, unit=unit, per=per))
            former = draft
        else:
            found += states.read(phrase, inside, text)
    return found


def _first_stated(phrase: str, tokens: Sequence[Token]) -> Figure | None:
    return next(iter(_stated(phrase, tokens)), None)


def _words(phrase: str, start: int, end: int) -> str:
    text = phrase[start:end].strip(" \t\n;,.")
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def _stretches(
    phrase: str, tokens: Sequence[Token], stated: Sequence[Figure], start: int, end: int
) -> list[tuple[int, int]]:
    """Cut a block into stretches of one figure each; the wish that there be none of something ends at its comma."""
    none_of = states.none_of_until(phrase, tokens, start)
    if none_of is None:
        return list(itertools.pairwise([start, *_cuts(phrase, tokens, stated), end]))
    later = [token for token in tokens if token.start >= none_of]
    return list(itertools.pairwise([start, none_of, *_cuts(phrase, later, _stated(phrase, later)), end]))


_BLOCK_END = Pattern(r"‹[^‹›]*›|(?<!&[gl][te]);|\n|\.(?=\s+[A-ZĐÀ-Ỹ\d+-])")


def _blocks(phrase: str) -> list[tuple[int, int]]:
    ends = [found.end() for found in _BLOCK_END.finditer(phrase) if found[0][0] != "‹"] + [len(phrase)]
    blocks: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        if phrase[start:end].strip(" ;\n.") and not phrase[start:end].rstrip(" \n").endswith(":"):
            blocks.append((start, end))
            start = end
    if start < len(phrase) and phrase[start:].strip(" ;\n."):
        blocks.append((start, len(phrase)))
    return blocks


_OPENING = frozenset(
    {"sign", "compare", "adjacent", "filler", "when", "up", "down", "cut", "level", "rank", "per", "toward"}
)
_NEW_CLAUSE = Pattern(
    r"\s*(?:trong đó|trong số đó|riêng|còn|lĩnh vực|khu vực|tỷ lệ|tỉ lệ|số|đến năm|đến hết|năm|giai đoạn|cấp|mức|và\s)",
    re.IGNORECASE,
)


def _cuts(phrase: str, tokens: Sequence[Token], stated: Sequence[Figure]) -> list[int]:
    cuts = (cut(phrase, tokens, former, latter) for former, latter in itertools.pairwise(stated))
    return [here for here in cuts if here is not None]


def _stated(phrase: str, tokens: Sequence[Token]) -> list[Figure]:
    """Take the figures but those of a heading: in "cả 3 tiêu chí: giảm 5%" three only counts what follows."""
    found = figures.among(phrase, tokens)
    return [
        figure
        for index, figure in enumerate(found)
        if index + 1 == len(found)
        or _compared(tokens, figure)
        or not any(phrase[token.start] == ":" for token in tokens[figure.behind : found[index + 1].first])
    ]


def cut(phrase: str, tokens: Sequence[Token], former: Figure, latter: Figure) -> int | None:
    """Find where the words of one figure end and those of the next begin; None where the next only describes."""
    between = tokens[former.behind : latter.first]
    commas = [token for token in between if token.kind == "comma"]
    for comma in commas:
        if _NEW_CLAUSE.match(phrase, comma.end):
            return comma.end
    if commas:
        return commas[-1].end
    joined = [token for token in between if phrase[token.start : token.end].lower() == "và"]
    if joined:
        return joined[-1].start
    if not _compared(tokens, latter):
        return None
    index = latter.first
    while index > former.behind and tokens[index - 1].kind in _OPENING:
        index -= 1
    return tokens[index].start


def _compared(tokens: Sequence[Token], figure: Figure) -> bool:
    """A figure with a sign, a strong word or a per cent sign is one to reach, not one that describes."""
    if is_share(figure.unit) or figure.upper:
        return True
    before = tokens[figure.first - 1].kind if figure.first else ""
    return before in ("sign", "compare") or (before == "adjacent" and _goes_on(tokens, figure))


def _goes_on(tokens: Sequence[Token], figure: Figure) -> bool:
    """ "từ 70 đến dưới 90 điểm" states two bounds, the second of them strict."""
    return figure.first > 1 and tokens[figure.first - 2].kind == "toward"


def _heading_shared(found: list[Target], phrase: str, year: int | None) -> list[Target]:
    """A date before a colon at the very front holds for every figure of the cell that has none of its own."""
    tokens = scan(phrase, year)
    if len(found) < 2 or len(tokens) < 2 or tokens[0].kind not in ("when", "per"):
        return found
    if phrase[tokens[1].start] != ":":
        return found
    if tokens[0].kind == "per":
        return [replace(target, per=target.per or tokens[0].value) for target in found]
    return [replace(target, by=target.by or finishing.code(tokens[0].value)) for target in found]
