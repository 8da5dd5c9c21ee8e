"""Files that cannot be used: each gets one sentence that says what is wrong, where, and what to do."""

import unicodedata
from pathlib import Path

import pytest

from dondoc.papers.reading.decoding import LIMIT, admit, decode
from dondoc.papers.reading.reader import read_bytes, read_file
from dondoc.papers.reading.refusals import SENTENCES, Unreadable

TEXT = "KẾ HOẠCH\nGiao Sở Nội vụ tổ chức đánh giá kết quả thực hiện nhiệm vụ của các cơ quan, đơn vị.\n"


def refusal(data: bytes, name: str = "tep.txt") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "format"),
        (b"PK\x03\x04....", "format"),
        (b"\x89PNG\r\n", "format"),
        ("Một dòng có ký tự lạ \x00\x01 ở giữa".encode(), "binary"),
        (("The quick brown fox jumps over the lazy dog. " * 20).encode(), "not-vietnamese"),
        (TEXT.encode()[:60] + b"\xff\xfe\xfa" + TEXT.encode()[60:], "encoding"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "encoding"),
    ],
)
def test_a_file_that_is_no_vietnamese_text_is_refused_with_its_reason(data, code):
    caught = refusal(data)

    assert caught.code == code
    assert "tep.txt" in caught.message
    assert str(caught) == caught.message


def test_a_file_in_an_old_font_is_told_apart():
    old = "KÕ ho¹ch giao nhiÖm vô, chØ tiªu cña tØnh VÜnh Phóc".encode("latin-1")

    assert refusal(old).code == "legacy-font"


def test_bytes_of_no_encoding_at_all_are_refused():
    assert refusal(bytes(range(0x80, 0xA0)) * 4).code == "encoding"


def test_the_place_of_a_broken_byte_is_named():
    caught = refusal(TEXT.encode() + b"d\xe1\xbb\n" + TEXT.encode())

    assert caught.facts["line"] == 3


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(tmp_path):
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    with pytest.raises(Unreadable) as caught:
        read_file(path)

    assert caught.value.code == "too-large"
    assert "100 MB" in caught.value.message
    with pytest.raises(Unreadable, match="quá giới hạn"):
        decode(b"a" * (LIMIT + 1), "lon.txt")


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(Unreadable, match=r"Không tìm thấy tệp “khong-co\.txt”"):
        read_file(tmp_path / "khong-co.txt")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"], ids=lambda name: name
)
def test_every_encoding_vietnamese_text_comes_in_gives_the_same_text(encoding):
    text = TEXT * 3
    if encoding == "cp1258":
        # Windows-1258 writes the tone as a mark of its own behind the letter.
        marks = "\u0300\u0301\u0303\u0309\u0323"
        letters = []
        for char in text:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(mark for mark in parts if mark in marks)
            letters.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in marks)) + tones)
        data = "".join(letters).encode("cp1258")
    else:
        data = text.encode(encoding)

    assert decode(data, "tep.txt") == text


def test_text_not_in_nfc_and_with_foreign_line_ends_is_normalised():
    data = unicodedata.normalize("NFD", TEXT).replace("\n", "\r\n").encode()

    assert decode(data, "tep.txt") == TEXT


@pytest.mark.parametrize(
    "stamp",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "  Tuyệt mật  ",
        "Độ mật: Mật",
        "[MẬT]",
        "M Ậ T",
        "ỦY BAN NHÂN DÂN TỈNH      MẬT",
        "TỐI MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "**MẬT**",
        "TUYỆT MẬT - KHẨN",
        "HỎA TỐC - MẬT",
        "DẤU MẬT",
        "TÀI LIỆU MẬT",
        "TỔI MẬT",
        "TOI MAT",
    ],
)
def test_a_stamp_of_secrecy_on_the_first_page_is_refused(stamp):
    caught = refusal(f"ỦY BAN NHÂN DÂN\n{stamp}\n{TEXT}".encode())

    assert caught.code == "secret"
    assert "không được đưa vào hệ thống này" in caught.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện nghiêm Luật Bảo vệ bí mật nhà nước.",
        "Các văn bản mật không gửi qua phần mềm này",
        "Ban Cơ yếu Chính phủ quản lý mật mã",
        "Tăng cường bảo mật thông tin",
        "1\tSố hóa hồ sơ mật\tMật\t5%",
    ],
)
def test_a_text_that_only_speaks_of_secrets_passes(sentence):
    admit(f"{TEXT}{sentence}\n", "tep.txt")


def test_the_word_far_behind_the_first_page_is_no_stamp():
    admit(TEXT * 40 + "MẬT\n", "tep.txt")
    admit(TEXT + "\fMẬT\n" + TEXT, "tep.txt")


def test_every_refusal_has_its_sentence_in_the_three_parts():
    assert all(sentence.count(".") >= 1 and sentence.endswith(".") for sentence in SENTENCES.values())


def test_a_document_without_any_task_is_read_and_says_so():
    reading = read_bytes(
        "THÔNG BÁO\n\nVề việc nghỉ lễ. Các cơ quan treo cờ Tổ quốc đúng quy định.\n".encode(), "tb.txt"
    )

    assert reading.catalogue.items == ()
    assert reading.catalogue.findings[0].code == "tasks-missing"
    assert reading.format == "txt"
    assert len(reading.sha256) == 64


def test_a_folder_and_a_file_that_cannot_be_opened_are_told(tmp_path, monkeypatch):
    with pytest.raises(Unreadable, match="là thư mục"):
        read_file(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("Kế hoạch")
    monkeypatch.setattr(
        Path, "read_bytes", lambda self: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )

    with pytest.raises(Unreadable, match="Không mở được tệp"):
        read_file(path)


@pytest.mark.parametrize(
    "text",
    [
        "UÛY BAN NHAÂN DAÂN TÆNH\nKEÁ HOAÏCH\nNaâng cao chaát löôïng phuïc vuï nhaân daân treân ñòa baøn\n",
        "Uû ban nh©n d©n tØnh\nKÕ ho¹ch n©ng cao chÊt l­îng phôc vô nh©n d©n\n",
    ],
)
def test_letters_of_old_fonts_are_told_from_other_languages(text):
    assert refusal(text.encode()).code == "legacy-font"


def test_a_task_that_lists_degrees_of_secrecy_bears_no_stamp():
    rows = "TT\tNhiệm vụ\tChủ trì\n1\tRà soát danh mục bí mật nhà nước độ Mật, Tối mật, Tuyệt mật\tSở Nội vụ\n"

    assert len(read_bytes((TEXT + rows).encode(), "tep.txt").catalogue.items) == 1
