"""What the tables do not show: texts kept verbatim, terms, combining, and that nothing makes the reader fall."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.rules import targets
from dondoc.rules.targets import Combine, Comparator, Per, Target
from spec.tables import cases

_PIECES = (
    "tối thiểu", "ít nhất", "trên", "dưới", "từ", "đến", "trở lên", "5", "10%", "100.000", "2,5", "05", "≥", ">", "<=",
    "$", "\\geq", "%", "/năm", "lần", "hồ sơ", "năm 2025", "quý II/2023", "tháng 6/2022", "30/6/2023", "Hoàn thành",
    "Bắt đầu từ", "giảm", "tăng", "cắt giảm", "so với quy định", "tốp 10/63", "Xếp hạng A", "Mức 4", "mức độ 3, 4",
    "lớp 3", "tỷ lệ", "đạt", "(", ")", ";", ",", ":", "-", "và", "mỗi năm", "tiếp theo", "nhóm", "dẫn đầu", "\n",
    "tỉnh, thành phố", "6 tháng/lần", "hai", "năm", "triệu", "tỷ đồng", "15/19", "GDP", "**", "cả nước", "20% - 50%",
    "Toàn trình", "1/0", "Điều 5", "số 12/KH-UBND", "tuổi", "\x01", "‹", "mục 3", "9" * 60,
)  # fmt: skip
_SOUP = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
_ANY_TEXT = st.one_of(st.text(max_size=80), _SOUP, st.lists(st.sampled_from(_PIECES), max_size=7).map("".join))


def one(phrase: str, **given_with: str) -> Target:
    (target,) = targets.parse(phrase, **given_with)
    return target


@pytest.mark.parametrize("phrase", ["Mức 4 ≥ 80%", "$\\geq 30\\%$", "**≥ 90%**", ">240 tin, bài/năm"])
def test_where_the_cell_is_one_target_its_text_is_the_cell_as_written(phrase: str) -> None:
    assert one(phrase).text == phrase


def test_each_of_several_targets_keeps_the_words_it_was_read_from() -> None:
    texts = [target.text for target in targets.parse("- $\\geq 80\\%$ hồ sơ;\n- **100%** báo cáo.")]
    assert texts == ["$\\geq 80\\%$ hồ sơ", "**100%** báo cáo"]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("**80%**; **90%**", ["**80%**", "**90%**"]),
        ("Mức 4 ≥\n80%", ["Mức 4 ≥\n80%"]),
        (">240 tin,\nbài/năm", [">240 tin,\nbài/năm"]),
        ("≥1\nlần/năm", ["≥1\nlần/năm"]),
        ("Tối thiểu 2\nTTHC", ["Tối thiểu 2\nTTHC"]),
        ("60% xã\n80% huyện", ["60% xã", "80% huyện"]),
        ("Tối thiểu 60% xã\nTối thiểu 80% huyện", ["Tối thiểu 60% xã", "Tối thiểu 80% huyện"]),
        ("\n60% xã;\n\n80% huyện", ["60% xã", "80% huyện"]),
        ("Quý\nII/2022", ["Quý\nII/2022"]),
    ],
)
def test_a_line_break_parts_targets_but_not_a_wrapped_one(cell: str, texts: list[str]) -> None:
    assert [target.text for target in targets.parse(cell)] == texts


def test_a_decomposed_cell_is_read_like_a_composed_one() -> None:
    assert replace(one("Tối thiểu 80%"), text="") == replace(one("Tối thiểu 80%"), text="")


def test_the_year_of_the_directive_stands_in_for_a_deadline_without_one() -> None:
    (target,) = targets.parse("Hoàn thành trong quý II", term=(2022, 2022))
    assert target.by == "2022-Q2"
    (target,) = targets.parse("Hoàn thành trong quý II", term=(2022, 2025))
    assert target.by is None


@pytest.mark.parametrize(
    ("unit", "named", "per"),
    [
        ("%/năm", "%", Per.YEAR),
        ("Tỷ lệ %", "%", None),
        ("(%)", "%", None),
        ("lần/quý", "lần", Per.QUARTER),
        ("Doanh nghiệp", "doanh nghiệp", None),
        ("GWh", "GWh", None),
        ("TTHC", "TTHC", None),
        ("Kg", "Kg", None),
        ("m2", "m2", None),
        ("", None, None),
        ("-", None, None),
    ],
)
def test_a_unit_column_is_merged(unit: str, named: str | None, per: Per | None) -> None:
    target = one("≥ 5", unit=unit)
    assert (target.unit, target.per) == (named, per)


def test_the_period_of_the_cell_goes_before_that_of_the_unit_column() -> None:
    assert one("≥ 5 /quý", unit="lần/năm").per is Per.QUARTER


def test_a_unit_repeated_in_the_cell_is_not_taken_for_the_subject() -> None:
    target = one("≥ 5 doanh nghiệp", unit="doanh nghiệp")
    assert (target.subject, target.unit) == (None, "doanh nghiệp")


@pytest.mark.parametrize(
    ("phrase", "combine"),
    [
        ("≥ 95%", Combine.RATIO),
        ("30% GRDP", Combine.RATIO),
        (">240 tin, bài/năm", Combine.SUM),
        ("≥ 100 lượt người", Combine.SUM),
        ("≥ 100 người được đào tạo", Combine.DISTINCT),
        ("250 cán bộ", Combine.DISTINCT),
        ("≥ 5 trung tâm", Combine.LATEST),
        ("12 bác sĩ/vạn dân", Combine.LATEST),
        ("≥ 85 điểm", Combine.LATEST),
        ("≥ 7", Combine.LATEST),
        ("Giảm 5%/năm", Combine.LATEST),
        ("Tốp 10", Combine.LATEST),
        ("Xếp hạng A", Combine.LATEST),
        ("Hoàn thành năm 2022", Combine.LATEST),
        ("Bắt đầu từ năm 2022", Combine.LATEST),
        ("Thường xuyên", None),
    ],
)
def test_the_values_of_several_periods_make_one_by_what_is_counted(phrase: str, combine: Combine | None) -> None:
    assert one(phrase).combine is combine


def test_a_cell_of_control_letters_is_words_nobody_can_measure() -> None:
    assert one("\x03").comparator is Comparator.TEXT


def test_a_day_of_every_month_is_no_figure() -> None:
    target = one("Trước ngày 15 hằng tháng")
    assert (target.comparator, target.value, target.per, target.by) == (Comparator.DONE, None, Per.MONTH, "15")


def test_a_range_upside_down_is_no_range() -> None:
    assert [target.comparator for target in targets.parse("50 - 20%")] != [Comparator.BETWEEN]


@given(_ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_no_text_whatever_makes_the_reader_raise(text: str) -> None:
    for target in targets.parse(text):
        targets.met(target, text)
        assert targets.say(target) or not target.text
    for found in targets.find(text, term=(2022, 2025)):
        assert text[found.start : found.end] == found.target.text
    targets.is_target_form(text)
    targets.course_by_year(text)


@given(_ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_an_empty_answer_is_given_only_to_cells_without_letters_or_figures(text: str) -> None:
    if not targets.parse(text):
        assert not any(character.isalnum() for character in text.replace("x", "").replace("×", "")) or len(text) < 40


def _stated_fields(target: Target) -> Target:
    return replace(target, text="")


@pytest.mark.parametrize("table", ["decision_488", "resolution_03", "phrases"])
def test_what_is_said_of_every_phrase_of_the_tables_reads_back(table: str) -> None:
    for case in cases(table):
        for target in targets.parse(case["phrase"], unit=case.get("unit")):
            assert [_stated_fields(back) for back in targets.parse(targets.say(target))] == [_stated_fields(target)]


_NOUNS = st.sampled_from(
    ["hồ sơ", "lượt cán bộ", "doanh nghiệp", "người", "điểm", "ngày làm việc", "tin, bài", "km", None]
)
_SUBJECTS = st.sampled_from(["Tỷ lệ hộ nghèo", "hồ sơ trực tuyến", "dân số từ 15 tuổi trở lên", "cấp tỉnh", None])
_BY = st.sampled_from(["2025", "2023-Q2", "2022-06", "30/6/2023", "15/6", None])
_BASELINES = st.sampled_from(["năm 2021", "quy định", "cùng kỳ năm trước", None])
_COMPARED = st.sampled_from(
    [Comparator.GREATER, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST, Comparator.EQUAL, None]
)


@st.composite
def _figures(draw: st.DrawFn) -> Target:
    """Targets of shares and counts as a person may type them into a form."""
    unit = draw(st.one_of(st.just("%"), st.just("% GDP"), st.just("% dân số"), _NOUNS))
    change = draw(st.booleans())
    value = Decimal(draw(st.integers(min_value=1, max_value=10**7))) / draw(st.sampled_from([1, 1, 10]))
    comparator = draw(_COMPARED)
    if change and comparator is Comparator.LESS:
        comparator = Comparator.AT_MOST
    return Target(
        text="",
        subject=draw(_SUBJECTS),
        comparator=comparator,
        value=-value if change and draw(st.booleans()) else value,
        unit=unit,
        change=change,
        baseline=draw(_BASELINES),
        qualifier=draw(st.sampled_from(["Mức 4", "Toàn trình", None])),
        per=draw(st.sampled_from([Per.YEAR, Per.QUARTER, Per.MONTH, None])),
        by=draw(_BY),
    )


@given(_figures())
@settings(max_examples=300, deadline=None)
def test_a_typed_target_said_in_words_reads_back_as_itself(target: Target) -> None:
    (back,) = targets.parse(targets.say(target))
    assert replace(back, text="", combine=None) == target


@given(_SOUP)
@settings(max_examples=200, deadline=None)
def test_what_was_read_can_be_said_as_one_target(text: str) -> None:
    for target in targets.parse(text):
        if target.comparator is not Comparator.TEXT:
            assert len(targets.parse(targets.say(target))) == 1
