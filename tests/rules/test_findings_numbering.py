"""Numbers left out or used twice, and sections printed twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import numbers
from dondoc.rules.catalogue import Catalogue, Finding, Item
from dondoc.rules.findings import Structure, proofread_reading
from dondoc.rules.findings.numbering import value_of
from dondoc.rules.names import standard_registry
from rules.making import catalogue, found, item, passage, places


def rows(*refs: str) -> Catalogue:
    return catalogue(*(item(ref, f"Việc số {number} của mục") for number, ref in enumerate(refs)))


def read(made: Catalogue, **structure: object) -> list[Finding]:
    found = proofread_reading(made, structure=Structure(**structure), registry=standard_registry())[1]  # type: ignore[arg-type]
    return [finding for finding in found if finding.code.startswith(("numbering", "section"))]


def chapters(*numbers: str) -> tuple[tuple[str, str, int], ...]:
    return tuple((number, f"{number}. CHƯƠNG {line}", line) for line, number in enumerate(numbers, 1))


@pytest.mark.parametrize(
    ("refs", "where"),
    [
        (["1/1", "1/2", "1/4"], [("1/4",)]),
        (["1/2", "1/3"], [("1/2",)]),
        (["1", "2", "4"], [("4",)]),
        (["1/1", "1/2", "2/3", "2/4"], []),
        (["1/1", "1/2", "2/1"], []),
        (["1/1", "1/2", "2/5"], [("2/5",)]),
        (["I/01", "I/02.", "I/03)"], []),
        (["1/a", "1/b", "1/d"], []),
        (["1/1", "1/1.1", "1/3"], []),
        (["1/0", "1/1"], []),
        (["1/3", "1/2", "1/4"], [("1/3",)]),
    ],
)
def test_a_number_left_out_among_rows_is_found(refs: list[str], where: list[tuple[str, ...]]) -> None:
    assert places("numbering-broken", rows(*refs)) == where


def test_many_numbers_left_out_are_named_by_the_first_and_last() -> None:
    (finding,) = found("numbering-broken", rows("1/1", "1/9"))
    assert "thiếu số 2 đến 8" in finding.message


@pytest.mark.parametrize(
    ("refs", "where"),
    [
        (["1/1", "1/2", "1/2#2", "1/3"], [("1/2", "1/2#2")]),
        (["1/1", "1/2", "1/1#2", "1/2#2"], []),
        (["1/1", "1/1#2"], [("1/1", "1/1#2")]),
        (["1/a", "1/a#2"], []),
        (["1/1", "2/1"], []),
        (["1", "1#2"], [("1", "1#2")]),
    ],
    ids=["a row", "another table", "the first row", "letters", "another section", "without sections"],
)
def test_a_number_used_by_two_rows_is_found(refs: list[str], where: list[tuple[str, ...]]) -> None:
    assert places("numbering-repeated", rows(*refs)) == where


@pytest.mark.parametrize(
    ("numbers", "heads", "code"),
    [
        (["I", "II", "III"], [], None),
        (["I", "III"], [], "numbering-broken"),
        (["I", "III"], ["II"], None),
        (["II", "III"], [], None),
        (["I", "II", "II", "III"], [], "numbering-repeated"),
        (["I", "II", "I", "II"], [], None),
        (["I", "A", "II"], [], None),
        (["1", "2", "4"], [], "numbering-broken"),
    ],
)
def test_chapters_are_numbered_one_by_one(numbers: list[str], heads: list[str], code: str | None) -> None:
    sections = tuple((number, "NHIỆM VỤ", 9) for number in heads)
    got = read(catalogue(), chapters=chapters(*numbers), sections=sections)
    assert [finding.code for finding in got] == [code] * (code is not None)


def test_two_chapters_of_one_number_are_named_with_their_lines() -> None:
    (finding,) = read(catalogue(), chapters=(("III", "III. NỘI DUNG", 171), ("III", "III. NHIỆM VỤ", 493)))
    assert (finding.where, finding.quote) == (("III",), "III. NHIỆM VỤ")
    assert "dòng 171" in finding.message
    assert "dòng 493" in finding.message


@pytest.mark.parametrize(
    ("places", "where"),
    [
        (["V.1", "V.2", "V.4"], [("V.4",)]),
        (["V.1", "V.2", "VI.1"], []),
        (["V.2", "V.3"], []),
        (["Điều 1", "Điều 3"], [("Điều 3",)]),
        (["Điều 2", "Điều 2, khoản 1", "Điều 2, khoản 3"], [("Điều 2, khoản 3",)]),
        (["II.2", "II.2.1", "II.2.2"], []),
        (["1", "2", "1", "2"], []),
        (["1", "2", "4"], [("4",)]),
        (["V"], []),
    ],
)
def test_points_and_articles_are_numbered_one_by_one(places: list[str], where: list[tuple[str, ...]]) -> None:
    kinds = {"Điều 1": "article", "Điều 2": "article", "Điều 3": "article"}
    passages = tuple(passage("Nội dung", place, kinds.get(place, "point")) for place in places)
    assert [finding.where for finding in read(catalogue(), passages=passages)] == where


def test_points_count_anew_in_each_chapter() -> None:
    passages = (
        passage("1.", "1"),
        passage("II", "II", "chapter"),
        passage("3.", "3"),
        passage("- việc", "3", "bullet"),
    )
    assert read(catalogue(), passages=passages) == []


def twice(*texts: str) -> tuple[Item, ...]:
    """Make a table of four rows and its second printing, whose rows are as given."""
    first = [item(f"3/{number}", f"Việc thứ {number}", ask=">95%", section="3. SỞ TÀI CHÍNH") for number in range(1, 5)]
    second = [
        item(f"3#2/{number}", text, ask=">95%", section="3. SỞ TÀI CHÍNH") for number, text in enumerate(texts, 1)
    ]
    return (*first, item("4/1", "Việc khác", ask=">95%", section="4. SỞ NỘI VỤ"), *second)


SAME = ("Việc thứ 1", "Việc thứ 2", "Việc thứ 3", "Việc thứ 4")


def test_a_table_printed_twice_word_for_word_is_one_finding_and_kept_once() -> None:
    made = catalogue(*twice(*SAME))
    sections = (("3", "SỞ TÀI CHÍNH", 118), ("4", "SỞ NỘI VỤ", 138), ("3", "SỞ TÀI CHÍNH", 546))
    kept, findings = proofread_reading(made, structure=Structure(sections=sections), registry=standard_registry())
    assert [one.ref for one in kept.items] == ["3/1", "3/2", "3/3", "3/4", "4/1"]
    (finding,) = findings
    assert (finding.code, finding.where, finding.quote) == ("section-repeated", ("3",), "3. SỞ TÀI CHÍNH")
    assert "dòng 118 và 546" in finding.message


def test_a_table_printed_twice_with_a_row_that_differs_is_kept_twice() -> None:
    made = catalogue(*twice(*SAME[:3], "Việc rất khác"))
    kept, findings = proofread_reading(made, structure=Structure(), registry=standard_registry())
    assert len(kept.items) == 9
    (finding,) = [finding for finding in findings if finding.code == "section-repeated"]
    assert finding.where == ("3", "3#2")
    assert "dòng 4" in finding.message


@pytest.mark.parametrize(
    "texts", [("Việc A", "Việc B", "Việc C", "Việc D"), ("Việc thứ 1",)], ids=["other rows", "fewer rows"]
)
def test_two_tables_of_one_title_but_other_rows_are_two_tables(texts: tuple[str, ...]) -> None:
    assert [finding.code for finding in read(catalogue(*twice(*texts)))] == []


def test_two_agencies_with_the_same_list_are_no_repetition() -> None:
    made = catalogue(
        *(item(f"{code}/1", "Việc", section=f"{code}. {title}") for code, title in (("1", "HUYỆN A"), ("2", "HUYỆN B")))
    )
    assert read(made) == []


def test_a_section_titled_without_number_is_compared_by_its_title() -> None:
    made = catalogue(item("a/1", "Việc", section="Sở Y tế"), item("a#2/1", "Việc", section="Sở Y tế"))
    assert [finding.where for finding in read(made)] == [("a",)]


@given(st.integers(1, 399))
def test_chapters_count_in_roman_letters_and_in_figures(value: int) -> None:
    assert value_of(numbers.roman(value)) == value
    assert value_of(str(value)) == value


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.integers(0, 30))
def test_sections_counted_one_by_one_have_no_gap(sizes: list[int], gone: int) -> None:
    refs = [f"{section}/{number}" for section, size in enumerate(sizes, 1) for number in range(1, size + 1)]
    assert places("numbering-broken", rows(*refs)) == []
    fewer = [ref for at, ref in enumerate(refs) if at != gone % len(refs)]
    section = refs[gone % len(refs)].partition("/")[0]
    assert all(
        where[0].partition("/")[0] in (section, str(int(section) + 1))
        for where in places("numbering-broken", rows(*fewer))
    )
