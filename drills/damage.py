"""Ways to damage a directive: what scanners, editors, mail programs and hostile hands do to a text.

Every way is a function of a random source and a text, listed in WAYS; `damaged` makes one whole case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from drills import SAMPLES
from papers.generator import generate

LARGEST = 200_000
"""Damaged texts stay below so many characters, thrice the largest directive of the samples."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One damaged document: its place in the drill, what it was, what was done to it, and its bytes."""

    number: int
    base: str
    ways: tuple[str, ...]
    data: bytes

    def __str__(self) -> str:
        return f"document {self.number}: {self.base}; {', '.join(self.ways)}"


def case(seed: int, number: int) -> Case:
    """Make a damaged document; the same seed and number give the same bytes."""
    random = Random(f"{seed}:{number}")
    base, text = _base(random)
    chosen = random.choices(tuple(WAYS), k=random.choice((1, 1, 2, 2, 3, 4)))
    for way in chosen:
        text = WAYS[way](random, text)[:LARGEST]
    encoding = random.choices(("utf-8", "utf-8-sig", "utf-16", "cp1258"), weights=(94, 2, 2, 2))[0]
    data = text.encode(encoding, errors="ignore")
    ways = (*chosen, encoding)
    if random.random() < 0.15:
        data, ways = _bytes_damaged(random, data), (*ways, "bytes")
    return Case(number=number, base=base, ways=ways, data=data)


_BASES = {"quyet-dinh-488": 9, "ke-hoach-232": 3, "tabs": 22, "pipes": 18, "spaces": 16, "broken": 24, "body": 8}


def _base(random: Random) -> tuple[str, str]:
    kind = random.choices(tuple(_BASES), weights=tuple(_BASES.values()))[0]
    if kind in ("quyet-dinh-488", "ke-hoach-232"):
        return kind, _sample(kind)
    if kind == "body":
        return kind, _sample("ke-hoach-232")[: random.randint(2_000, 24_000)]
    seed, count = random.randrange(100_000), random.choice((3, 8, 12, 20, 30))
    return f"{kind} {seed} of {count} rows", generate(seed, kind, count=count, sections=_sections(random, count)).text


def _sections(random: Random, count: int) -> str | None:
    return "none" if count < 8 else random.choice((None, "roman", "letters", "none"))


@cache
def _sample(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def _bytes_damaged(random: Random, data: bytes) -> bytes:
    """Flip, take out or put in a few bytes; half the time only such as leave UTF-8 whole."""
    out = bytearray(data)
    for _ in range(random.choice((1, 3, 40))):
        place = random.randrange(len(out) + 1)
        out[place : place + random.randint(0, 3)] = random.choice((b"", b" ", b"\n", b"9", random.randbytes(2)))
    return bytes(out)


def _on_lines(change: Callable[[Random, list[str]], list[str]]) -> Callable[[Random, str], str]:
    def way(random: Random, text: str) -> str:
        return "\n".join(change(random, text.split("\n")))

    return way


def _swapped(random: Random, lines: list[str]) -> list[str]:
    for _ in range(random.choice((1, 5, 50))):
        one, other = random.randrange(len(lines)), random.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return lines


def _doubled(random: Random, lines: list[str]) -> list[str]:
    start = random.randrange(len(lines))
    stretch = lines[start : start + random.choice((1, 3, 30))]
    place = random.randrange(len(lines) + 1)
    return lines[:place] + stretch * random.choice((1, 1, 4)) + lines[place:]


def _deleted(random: Random, lines: list[str]) -> list[str]:
    share = random.choice((0.01, 0.1, 0.5))
    return [line for line in lines if random.random() > share]


def _paged(random: Random, lines: list[str]) -> list[str]:
    form = random.choice(("\f", "", "\n\n\n", "\n\n\n{}", "{}\f", "Trang {}/9\n\n\n", "\f\f\f"))
    every, out = random.choice((1, 2, 7, 30)), []
    for number, line in enumerate(lines):
        out += [form.format(number // every), line] if number % every == 0 else [line]
    return out


def _run_together(random: Random, lines: list[str]) -> list[str]:
    start = random.randrange(len(lines))
    size = random.choice((2, 20, len(lines)))
    return [*lines[:start], random.choice((" ", "", "\t")).join(lines[start : start + size]), *lines[start + size :]]


_WORDS = (
    "a", "nhiệm vụ ", "1 ", "1.", "\t", " ", "|", "| ", "-", ".", "Sở Y tế; ", "≥ 30% ", "I. ", "ngày 1/1/2022 ", "%",
)  # fmt: skip


def _huge(random: Random, lines: list[str]) -> list[str]:
    word, size = random.choice(_WORDS), random.choice((1_000, 20_000, 100_000))
    lines.insert(random.randrange(len(lines) + 1), word * (size // len(word)))
    return lines


def _columns_shuffled(random: Random, lines: list[str]) -> list[str]:
    order, out = list(range(12)), []
    random.shuffle(order)
    each = random.random() < 0.3
    for line in lines:
        sign = "\t" if "\t" in line else "|" if "|" in line else "  "
        cells = line.split(sign)
        if each:
            random.shuffle(order)
        out.append(sign.join(cells[place] for place in order if place < len(cells)) if len(cells) < 12 else line)
    return out


def _columns_lost(random: Random, lines: list[str]) -> list[str]:
    gone = random.choice(("\t", "|", "  "))
    return [line.replace(gone, "", 1) if random.random() < 0.5 else line.replace(gone, gone * 2) for line in lines]


_ORDINALS = ("1", "0", "00", "99999999999", "1.1.1.1", "IIII", "²", "٣", "①", "-1", "1a", "Ⅳ", "½", "", "VII")


def _renumbered(random: Random, lines: list[str]) -> list[str]:
    form = random.choice(_ORDINALS)
    return [re.sub(r"^(\s*\|?\s*)(?:\d+|[IVX]+)\b", lambda m: m.group(1) + form, line) for line in lines]


def _tabs_turned(random: Random, text: str) -> str:
    return text.replace("\t", random.choice((" ", "  ", "    ", "|", "\u00a0", "\u3000")))


def _spaces_turned(random: Random, text: str) -> str:
    sign, share = random.choice(("\t", "\u00a0", "\u200b", "|", "\u2009", "  ")), random.choice((0.01, 0.2, 1.0))
    return re.sub(" ", lambda _: sign if random.random() < share else " ", text)


_NUMBERS = (
    "0", "00", "007", "4294967296", "9" * 400, "9" * 5000, "1.000.000,50", "1,5,5,5", "1..2", "-5", "0/0", "1/0",
    "31/02/2022", "00/00/0000", "99/99/9999", "29/02/2023", "2022-2021", "0000", "9999", "10000", "²", "٣٤", "①", "½",
    "1e9", "1e999999", "∞", "12/2022", "13/2022", "0/2022", "quý V", "IV/2025", "0,0000000001", "100.000.000.000.000",
)  # fmt: skip


def _numbers_changed(random: Random, text: str) -> str:
    share = random.choice((0.02, 0.2, 1.0))
    few = random.sample(_NUMBERS, 3)
    return re.sub(r"\d+", lambda m: random.choice(few) if random.random() < share else m.group(), text)


def _digits_swapped(random: Random, text: str) -> str:
    return re.sub(r"\d", lambda m: str(random.randrange(10)) if random.random() < 0.5 else m.group(), text)


_PHRASES = (
    "≥ ≥ 50%%", "$\\geq 30\\%$", "$$$$", "> < = ≥ ≤", "từ 5% đến", "từ 90% đến 10%", "tối thiểu tối thiểu 20%",
    "trước ngày 30/02/2023", "ngày 00 tháng 13 năm 0000", "Năm 0000-9999", "quý I/2022 - quý IV/0001", "tốp 0/0",
    "Xếp hạng", "mỗi năm tăng",
    "giảm 5%/năm/tháng/quý", "hàng năm hàng năm", "sau 99999999999 ngày", "≥1 lần/", "/",
    "năm 2022, mỗi năm tiếp theo tăng 10%", "UBND cấp huyện, cấp xã, cấp", ";;;;", "Sở", "Sở Sở Sở", "(", ")", "“", "”",
    "100.000.000.000.000.000 bài/năm", "1/3/5/7", "đến năm 99999",
    "Năm 2022: năm 2023: năm 2024:", "10 ngày kể từ ngày",
    "PHỤ LỤC", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Căn cứ", "Số: /QĐ-CT", "Điều 1.", "Điều 999999999999999999999.",
    "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian", "|---|---|---|", "|", "|||||",
    "STT Nhiệm vụ Cơ quan chủ trì Thời gian",
    "thuộc Nhóm có điểm số cao nhất", "trong tốp 10/63, thuộc Nhóm", "Đạt 4,72/10 điểm, xếp thứ 31/60",
)  # fmt: skip


def _phrases_put_in(random: Random, text: str) -> str:
    share = random.choice((0.003, 0.03, 0.2))

    def perhaps(gap: re.Match[str]) -> str:
        return f"{gap.group()}{random.choice(_PHRASES)} " if random.random() < share else gap.group()

    return re.sub(r"[ \n]", perhaps, text)


def _strange_letters(random: Random, text: str) -> str:
    letters = list(text)
    for _ in range(random.choice((1, 20, 500))):
        letters.insert(random.randrange(len(letters) + 1), _letter(random))
    return "".join(letters)


_LETTERS = (
    "\u0300\u0323\u200b\u200d\u202e\u2028\u2029\u0085\u00ad\ufeff\ufffd\ufffe\u00a0\u3000\u1d2c\ufb01İßıſǅⅫ㎡％１"
)


def _letter(random: Random) -> str:
    planes = (random.randrange(0x20, 0xD7FF), random.randrange(0x10000, 0x10FFFF))
    return random.choice((random.choice(_LETTERS), *map(chr, planes)))


def _marks_piled(random: Random, text: str) -> str:
    place, size = random.randrange(len(text) + 1), random.choice((3, 5_000))
    return text[:place] + "".join(random.choices("\u0301\u0323\u0302\u031b", k=size)) + text[place:]


def _nested(random: Random, text: str) -> str:
    place, depth = random.randrange(len(text) + 1), random.choice((50, 3_000, 30_000))
    left, right = random.choice(("()", "[]", "“”", "((", "))", "{}", '""'))
    return text[:place] + left * depth + random.choice(("", " a ", " ≥ 30% ")) + right * depth + text[place:]


def _controls(random: Random, text: str) -> str:
    signs = random.choice(("\x0b\x0c\r\x85", "\x0b\x0c\r", "\r", "\x00\x01\x1b\x7f"))
    for _ in range(random.choice((1, 30))):
        place = random.randrange(len(text) + 1)
        text = text[:place] + random.choice(signs) + text[place:]
    return text


def _cut(random: Random, text: str) -> str:
    start, end = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
    parts = (text[:end], text[start:], text[start:end], text[:start] + text[end:], text[start : start + 300])
    return random.choice(parts)


def _joined(random: Random, text: str) -> str:
    name, other = _base(random)
    if name == "ke-hoach-232" and len(text) > 60_000:
        other = other[:20_000]
    return random.choice(("", "\n", "\n\n\n\n", "\f")).join((text, other))


WAYS: dict[str, Callable[[Random, str], str]] = {
    "lines swapped": _on_lines(_swapped),
    "lines doubled": _on_lines(_doubled),
    "lines deleted": _on_lines(_deleted),
    "lines run together": _on_lines(_run_together),
    "pages put in": _on_lines(_paged),
    "huge line": _on_lines(_huge),
    "columns shuffled": _on_lines(_columns_shuffled),
    "columns lost": _on_lines(_columns_lost),
    "renumbered": _on_lines(_renumbered),
    "tabs turned": _tabs_turned,
    "spaces turned": _spaces_turned,
    "numbers changed": _numbers_changed,
    "digits swapped": _digits_swapped,
    "phrases put in": _phrases_put_in,
    "strange letters": _strange_letters,
    "marks piled": _marks_piled,
    "nested": _nested,
    "controls": _controls,
    "cut": _cut,
    "joined": _joined,
    "no line ends": lambda _, text: text.replace("\n", " "),
    "a word a line": lambda _, text: text.replace(" ", "\n"),
    "empty lines doubled": lambda random, text: text.replace("\n", "\n" * random.choice((2, 3, 5))),
    "NFD": lambda _, text: unicodedata.normalize("NFD", text),
    "capitals": lambda random, text: text.upper() if random.random() < 0.5 else text.lower(),
    "Windows line ends": lambda random, text: text.replace("\n", random.choice(("\r\n", "\r", "\n\r"))),
}
