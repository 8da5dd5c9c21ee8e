"""Vietnamese for everybody, English for who chooses it, and every sentence has its English."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from dondoc.accounts.models import Person
from dondoc.config import translations
from dondoc.directives.models import Directive
from world import signed_in

PO = settings.CATALOGUES / translations.PLACE / "django.po"
VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>")
OWN_NAMES = {"Đôn Đốc", "Export note to the issuer (Word)"}


def sentences() -> set[translations.Words]:
    return {words for _place, words in translations.sentences(settings.PACKAGE)}


def in_english() -> dict[str, list[str]]:
    found = {}
    for message in translations.read(PO):
        if message.id:
            texts = message.string if isinstance(message.string, (tuple, list)) else [message.string]
            found[message.id if isinstance(message.id, str) else message.id[0]] = list(texts)
    return found


def test_the_catalogue_holds_every_sentence_of_the_interface_and_no_other() -> None:
    said = {words if isinstance(words, str) else words[0] for words in sentences()}

    assert len(said) > 400
    assert said - set(in_english()) == set()
    assert set(in_english()) - said == set()


def test_every_sentence_has_its_english_with_the_same_places_to_fill() -> None:
    for words, texts in in_english().items():
        for text in texts:
            assert text, words
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(words)), words
            assert words in OWN_NAMES or not VIETNAMESE.search(text.replace("QĐ-CT", "")), (words, text)


def english(somebody: Person | None = None) -> Client:
    client = signed_in(somebody) if somebody else Client()
    client.post("/ngon-ngu/", {"language": "en", "next": "/dang-nhap/"})
    return client


@pytest.mark.django_db
def test_a_browser_installed_in_english_is_answered_in_vietnamese() -> None:
    body = Client().get("/dang-nhap/", HTTP_ACCEPT_LANGUAGE="en-US,en").content.decode()

    assert '<html lang="vi">' in body
    assert "Mật khẩu" in body


@pytest.mark.django_db
def test_english_is_chosen_before_signing_in_and_stays() -> None:
    body = english().get("/dang-nhap/").content.decode()

    assert '<html lang="en">' in body
    assert "Password" in body
    assert "Mật khẩu" not in body
    assert "Tiếng Việt</button>" in body


@pytest.mark.django_db
def test_choosing_a_language_leads_to_no_foreign_page() -> None:
    answer = Client().post("/ngon-ngu/", {"language": "en", "next": "https://example.org/"})

    assert answer["Location"] == "/"


def test_a_review_speaks_english_around_the_document_s_own_words(clerk: Person, small: Directive) -> None:
    client = english(clerk)

    review = client.get(f"/van-ban/{small.code}/soat/").content.decode()
    publishing = client.get(f"/van-ban/{small.code}/cong-bo/").content.decode()

    for words in (
        "Left to look at: 1",
        "Keep Theo lộ trình của Bộ",
        "Remarks on the whole document",
        "≥ at least",
    ):
        assert words in review
    assert "This account has no right to publish yet." in publishing
    assert "Hoàn thành cơ sở dữ liệu tài sản công" in review


def test_what_is_kept_for_others_stays_vietnamese_whoever_wrote_it(clerk: Person, small: Directive) -> None:
    item = small.items.get(ref="1/3")

    english(clerk).post(f"/van-ban/{small.code}/soat/dong/{item.pk}/", {"verb": "split", "version": "1", "at": "8"})

    item.refresh_from_db()
    assert "tách đôi" in item.doubts[-1]["reason"]


def test_a_catalogue_is_compiled_once_and_again_when_it_changed(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    (source / translations.PLACE).mkdir(parents=True)
    po, mo = source / translations.PLACE / "django.po", target / translations.PLACE / "django.mo"
    po.write_bytes(PO.read_bytes())

    translations.prepare(source, target)
    first = mo.read_bytes()
    mo.write_bytes(b"kept")
    os.utime(mo, (po.stat().st_mtime, po.stat().st_mtime))
    translations.prepare(source, target)
    assert mo.read_bytes() == b"kept"
    os.utime(po, (po.stat().st_mtime + 5, po.stat().st_mtime + 5))
    translations.prepare(source, target)

    assert mo.read_bytes() == first
    assert [path.name for path in mo.parent.iterdir()] == ["django.mo"]


def test_collecting_adds_new_sentences_drops_old_ones_and_keeps_the_english(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("{% load i18n %}{% translate 'Một' %}{% translate 'Hai' %}")
    (tmp_path / "words.py").write_text("_('Ba')\n_(name)\n")
    po = tmp_path / "django.po"
    assert translations.collect(tmp_path, po) == (3, 0)
    po.write_text(po.read_text().replace('msgid "Một"\nmsgstr ""', 'msgid "Một"\nmsgstr "One"'))
    (tmp_path / "words.py").write_text("_('Bốn')\n")

    assert translations.collect(tmp_path, po) == (1, 1)

    found = {message.id: message.string for message in translations.read(po) if message.id}
    assert found == {"Một": "One", "Hai": "", "Bốn": ""}
