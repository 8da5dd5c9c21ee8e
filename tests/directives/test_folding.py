from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dondoc.directives.folding import fold, fold_names, needle, sameness

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0123456789"
words = st.text(alphabet=LETTERS + LETTERS.upper(), min_size=1, max_size=8)
texts = st.lists(words, min_size=1, max_size=12)


@given(texts, st.data())
def test_any_run_of_words_is_found_whatever_its_marks_and_case(found: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first + 1, len(found)))
    typed = " ".join(found[first:last])
    plain = "".join(c for c in unicodedata.normalize("NFD", typed) if not unicodedata.combining(c)).replace("đ", "d")

    for query in (typed, typed.upper(), plain.replace("Đ", "D"), unicodedata.normalize("NFD", typed)):
        assert needle(query) in fold(", ".join(found))


@given(st.text())
def test_folding_gives_plain_words_with_single_blanks_and_stays(text: str) -> None:
    folded = fold(text)

    assert folded == fold(folded)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert "  " not in folded
    assert folded[0] == folded[-1] == " "


@given(texts)
def test_texts_that_differ_in_signs_and_marks_only_are_the_same(found: list[str]) -> None:
    assert sameness(" ".join(found)) == sameness("; ".join(found).upper())


def test_numbers_are_found_whole_and_words_by_their_beginning() -> None:
    assert needle("1.1") not in fold("1.18")
    assert needle("so ho") in fold("số hóa")
    assert needle("o hoa") not in fold("số hóa")


def test_names_are_found_whole() -> None:
    assert "|so y te|" in fold_names(["Sở Y tế", "Sở Nội vụ"])
    assert fold_names([]) == ""
