"""Words that always go together in a document keep together in its torn rows."""

from dondoc.papers.reading.broken.fragments import make_fragment
from dondoc.papers.reading.broken.model import Model, wrapping
from dondoc.papers.reading.broken.phrases import EDGE, Phrases, bare
from dondoc.papers.reading.broken.torn import TornRow
from dondoc.papers.reading.forms import Role
from dondoc.papers.reading.lines import split_lines
from dondoc.papers.reading.plaintext import read_plain

KNOWN = Phrases(["Các sở, ngành,\nđịa phương", "Các địa phương", "Sở Y tế", "các địa phương trong tỉnh"])


def test_words_are_compared_without_punctuation_capitals_and_figures():
    assert [bare(word) for word in ("Sở,", "(2023)", "208/KH-UBND", ";")] == ["sở", "0", "0/kh-ubnd", ";"]


def test_a_word_that_always_has_the_same_neighbour_is_dear_without_it():
    assert KNOWN.price("địa", "phương") == 0
    assert KNOWN.price("địa", EDGE) > 0
    assert KNOWN.price("địa", "tỉnh") > KNOWN.price("các", "tỉnh") >= 0


def test_words_never_seen_cost_nothing():
    assert KNOWN.price("mới", "lạ") == Phrases().price("sở", "tế") == 0


def test_the_end_of_a_name_overleaf_goes_to_the_cell_it_completes():
    first = make_fragment(split_lines("1 \n\nRà soát dự án \n\nCác sở, ngành, địa \n\nKế hoạch \n"), 1, doubled=True)
    rest = make_fragment(split_lines("phương \n"), 0, doubled=True)
    roles, widths = (Role.TEXT, Role.LEAD, Role.PRODUCT), [12.5, 15.5, 9.0]

    knowing = TornRow((first, rest)).read(Model(roles, widths, may_try=10_000, phrases=KNOWN))
    guessing = TornRow((first, rest)).read(Model(roles, widths, may_try=10_000))

    assert knowing.raws[Role.LEAD] == "Các sở, ngành, địa\nphương"
    assert knowing.margins[Role.LEAD] > guessing.margins[Role.LEAD]


def test_a_line_that_ends_early_is_a_paragraph_more_likely_before_a_listed_point():
    def price(text: str) -> float:
        return wrapping(make_fragment(split_lines(text), 0, doubled=False), 60.0, Role.TEXT).breaks[1]

    assert price("Rà soát.\n- Báo cáo\n") < price("Rà soát.\nBáo cáo\n") < price("Rà soát\nBáo cáo\n")


def test_a_quarter_is_followed_by_a_numeral_every_quarter_is_not():
    head = "TT Nhiệm vụ \nCơ quan chủ trì \nThời gian \n"
    one = "I \nNhóm một \n1 \nRà soát văn bản \nSở Y tế \n{} \nII \nNhóm hai \n1 \nXây dựng \nSở Nội vụ \nHàng năm \n"

    def sections(text: str) -> list[str]:
        return [row.section.number for row in read_plain(head + text).rows if row.section]

    assert sections(one.format("Hằng \nquý")) == ["I", "II"]
    assert sections(one.format("Trong \nquý")) == ["I"]
