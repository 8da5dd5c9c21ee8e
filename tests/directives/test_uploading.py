from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.accounts.models import Person
from dondoc.audit.models import Entry
from dondoc.directives import originals
from dondoc.directives.actions import reading, uploading
from dondoc.directives.models import Directive, Item, Upload
from dondoc.directives.refusals import AlreadyHere, BeingRead, NotRefused
from world import NOW, SMALL, read_text, signed_in

SECRET = SMALL.replace("QUYẾT ĐỊNH\n", "MẬT\n\nQUYẾT ĐỊNH\n", 1)


def bring(client: Client, data: bytes, name: str = "a.txt"):
    return client.post("/van-ban/tai-len/", {"file": SimpleUploadedFile(name, data)}, follow=True)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_an_uploaded_file_becomes_a_directive_and_is_kept(clerk: Person, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = bring(signed_in(clerk), SMALL.encode(), "Quyết định 77.txt")

    directive = Directive.objects.get()
    assert answer.redirect_chain[-1][0] == f"/van-ban/{directive.code}/soat/"
    assert (directive.number, directive.filename, directive.size) == (
        "77/QĐ-UBND",
        "Quyết định 77.txt",
        len(SMALL.encode()),
    )
    assert originals.original(directive.sha256 or "").read_bytes() == SMALL.encode()
    assert files(settings.INCOMING) == []


def test_the_same_file_twice_is_one_directive(small: Directive, clerk: Person) -> None:
    with pytest.raises(AlreadyHere) as refusal:
        uploading.upload(chunks=[SMALL.encode()], filename="ban-sao.txt", by=clerk, now=NOW)

    assert refusal.value.directive == small
    assert "đã có trong hệ thống" in bring(signed_in(clerk), SMALL.encode()).content.decode()


def test_a_file_being_read_is_not_taken_in_again(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    Upload.objects.create(code="x", filename="a", size=1, sha256="0" * 64, state="reading", by=clerk, at=NOW)
    monkeypatch.setattr(originals, "receive", lambda chunks, code: (1, "0" * 64))

    with pytest.raises(BeingRead):
        uploading.upload(chunks=[b"x"], filename="a", by=clerk, now=NOW)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "trống", id="empty"),
        pytest.param(bytes(range(256)) * 40, "không", id="binary"),
        pytest.param(SECRET.encode(), "Mật", id="secret"),
        pytest.param(b"Just some English words, nothing else to see.\n" * 30, "tiếng Việt", id="not Vietnamese"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_nothing_stays(
    clerk: Person, django_capture_on_commit_callbacks, data: bytes, says: str
) -> None:
    kept = files(settings.ORIGINALS)
    with django_capture_on_commit_callbacks(execute=True):
        answer = bring(signed_in(clerk), data).content.decode()

    assert "Không đọc được" in answer or "Chưa lưu" in answer
    assert says.lower() in answer.lower()
    assert not Directive.objects.exists()
    assert not Item.objects.exists()
    assert files(settings.INCOMING) == []
    assert files(settings.ORIGINALS) == kept


def test_a_refused_file_says_why_until_it_is_put_away(clerk: Person, publisher: Person) -> None:
    client = signed_in(clerk)
    bring(client, b"", "trong.txt")
    upload = Upload.objects.get()
    assert upload.refusal in client.get("/van-ban/").content.decode()
    assert signed_in(publisher).post(f"/van-ban/tai-len/{upload.code}/cat/").status_code == 404

    client.post(f"/van-ban/tai-len/{upload.code}/cat/")

    for page in ("/van-ban/", "/viec-cua-toi/"):
        assert "trong.txt" not in client.get(page).content.decode()
    assert Entry.objects.filter(verb="dismiss-upload", object_code=upload.code).count() == 1
    client.post(f"/van-ban/tai-len/{upload.code}/cat/")
    assert Entry.objects.filter(verb="dismiss-upload").count() == 1


def test_a_file_still_to_be_read_is_not_put_away(clerk: Person) -> None:
    upload = Upload.objects.create(code="x", filename="a", size=1, sha256="0" * 64, state="reading", by=clerk, at=NOW)

    with pytest.raises(NotRefused):
        uploading.dismiss(upload=upload, by=clerk, now=NOW)


def test_a_file_past_the_limit_is_refused_before_it_is_stored(clerk: Person, settings) -> None:
    settings.DONDOC_UPLOAD_LIMIT = 1024 * 1024

    answer = signed_in(clerk).post("/van-ban/tai-len/", {"file": SimpleUploadedFile("to.txt", b"a" * 3 * 1024 * 1024)})

    assert answer.status_code == 422
    assert "quá giới hạn 1 MB" in answer.content.decode()
    assert not Upload.objects.exists()


def test_no_file_chosen_is_said(clerk: Person) -> None:
    answer = signed_in(clerk).post("/van-ban/tai-len/", {})

    assert "Chưa chọn tệp" in answer.content.decode()


def test_reading_twice_makes_one_directive(clerk: Person) -> None:
    directive = read_text(SMALL, clerk)
    code = directive.uploads.get().code

    assert reading.read_upload(code=code, now=NOW) is None
    assert Directive.objects.count() == 1


def test_a_reading_that_died_is_taken_up_again(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    Upload.objects.create(code="tot", filename="a", size=1, sha256="0" * 64, state="reading", by=clerk, at=NOW)
    monkeypatch.setattr(uploading, "again", asked.append)

    assert uploading.take_up(now=NOW + timedelta(seconds=30)) == 0
    assert uploading.take_up(now=NOW + timedelta(minutes=10)) == 1
    assert asked == ["tot"]


def test_what_came_in_and_what_was_read_stand_in_the_trail(small: Directive) -> None:
    verbs = list(Entry.objects.filter(verb__in=("upload", "read")).values_list("verb", "actor_name"))

    assert verbs == [("upload", "Lưu Thị Hà"), ("read", "Lưu Thị Hà")]


def test_a_path_in_the_name_of_a_file_is_dropped(clerk: Person) -> None:
    upload = uploading.upload(chunks=[SMALL.encode()], filename="../../etc/pass\nwd.txt", by=clerk, now=NOW)

    assert upload.filename == "passwd.txt"
