"""How cells stand beside one another in a row, and what that tells about torn rows."""

import pytest

from dondoc.papers.reading.broken.fragments import Follow, make_fragment
from dondoc.papers.reading.broken.heights import Heights, Lie, fits, height, learned
from dondoc.papers.reading.broken.model import Model, parts, wrapping
from dondoc.papers.reading.broken.torn import TornRow
from dondoc.papers.reading.forms import Role
from dondoc.papers.reading.lines import split_lines

ROLES = (Role.TEXT, Role.LEAD, Role.COOPERATING)


def fragment(text: str, skip: int = 0, *, doubled: bool = True):
    return make_fragment(split_lines(text), skip, doubled=doubled)


def test_a_word_follows_on_its_line_near_far_or_just_below():
    part = fragment("1 Rà soát\n\nvăn bản\nSở Nội\n", 1)

    assert [part.follow(word) for word in range(part.size)] == [
        Follow.GLUED, Follow.GLUED, Follow.FAR, Follow.GLUED, Follow.NEAR, Follow.GLUED,
    ]  # fmt: skip
    assert fragment("Rà\nsoát\n", doubled=False).follow(1) is Follow.BELOW


@pytest.mark.parametrize(
    ("text", "doubled", "follow"),
    [
        ("1 \n\nRà soát\n", True, Follow.FAR),
        ("1 \nRà soát\n", True, Follow.NEAR),
        ("1 \nRà soát\n", False, Follow.BELOW),
        ("1 Rà soát\n", False, Follow.GLUED),
    ],
)
def test_the_first_word_follows_the_number_of_the_row(text, doubled, follow):
    assert fragment(text, 1, doubled=doubled).begins is follow


def test_on_a_later_page_the_first_word_follows_nothing():
    part = fragment("tiếp theo\n")

    assert part.begins is None
    assert part.follow(0) is Follow.FAR


@pytest.mark.parametrize(
    ("lie", "before", "behind", "follow", "right"),
    [
        (Lie.MIDDLE, 1, 1, Follow.GLUED, True),
        (Lie.MIDDLE, 1, 1, Follow.FAR, False),
        (Lie.MIDDLE, 2, 1, Follow.NEAR, True),
        (Lie.MIDDLE, 2, 1, Follow.FAR, False),
        (Lie.MIDDLE, 1, 3, Follow.FAR, True),
        (Lie.MIDDLE, 1, 3, Follow.GLUED, False),
        (Lie.MIDDLE, 2, 2, Follow.BELOW, True),
        (Lie.TOP, 1, 3, Follow.GLUED, True),
        (Lie.TOP, 1, 3, Follow.BELOW, False),
        (Lie.TOP, 2, 1, Follow.FAR, True),
    ],
)
def test_cells_follow_as_their_heights_say(lie, before, behind, follow, right):
    assert fits(lie, (before, behind, follow)) is right


def test_very_high_cells_stand_like_high_ones():
    assert height(17) == height(3) == 3
    assert height(0) == 0


def test_the_rows_read_tell_how_cells_stand_and_how_surely():
    hanging = learned({(1, 3, Follow.GLUED): 40, (2, 1, Follow.FAR): 20})
    mixed = learned({(1, 3, Follow.GLUED): 20, (1, 3, Follow.FAR): 20})

    assert hanging.lie is Lie.TOP
    assert hanging.prices[1, 3, Follow.FAR] == hanging.strange > 4
    assert hanging.prices[0, 3, Follow.GLUED] == 0
    assert mixed.strange < 0.5


def test_before_anything_is_read_no_border_is_strange():
    assert set(Heights().prices.values()) == {0.0}


def test_what_is_left_overleaf_hangs_from_the_top():
    """A piece of one line shares it with the next cell; a line break behind it means that the cell goes on."""
    lines = ("1", "Rà soát các văn bản", "quy phạm còn thiếu", "Sở Tài", "nguyên và", "Sở Giao", "thông vận")
    first = fragment("".join(f"{line} \n\n" for line in lines), 1)
    rest = fragment("của tỉnh Môi \n\ntrường \n\ntải \n")
    model = Model(ROLES, [19.0, 9.6, 10.0], may_try=10_000)

    cut = TornRow((first, rest)).read(model)

    assert {role: " ".join(raw.split()) for role, raw in cut.raws.items()} == {
        Role.TEXT: "Rà soát các văn bản quy phạm còn thiếu của tỉnh",
        Role.LEAD: "Sở Tài nguyên và Môi trường",
        Role.COOPERATING: "Sở Giao thông vận tải",
    }


def test_a_sentence_ends_with_the_page_only_where_another_begins_overleaf():
    part = fragment("Tổng hợp của tỉnh.\n")
    wrap = wrapping(part, 40.0, Role.TEXT)

    assert wrap.across(4, fragment("Báo cáo\n"), 0) < wrap.across(4, fragment("phương\n"), 0)


def test_an_unfinished_name_is_not_counted_as_two():
    assert parts("Văn phòng\nUBND tỉnh;\nSở Y tế") == ("văn phòng ubnd tỉnh", "sở y tế")
    assert parts("Sở Nội vụ\nSở Y tế") == ("sở nội vụ", "sở y tế")
