"""The dondoc command: what it prints, where, and with which exit status."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dondoc import cli

SAMPLES = Path(__file__).parents[1] / "samples" / "vinh-phuc-2022"
DECISION = SAMPLES / "quyet-dinh-488.txt"


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = cli.main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_read_prints_the_catalogue_as_the_contract_says(capsys):
    status, out, err = run(capsys, "read", str(DECISION), "--json")
    catalogue = json.loads(out)

    assert (status, err) == (0, "")
    assert list(catalogue) == ["document", "items", "objectives", "duties", "findings"]
    (item,) = [item for item in catalogue["items"] if item["ref"] == "1/18"]
    assert item["leads"] == ["Sở Thông tin và Truyền thông"]
    assert item["targets"] == [
        {
            "text": "Mức 4 ≥ 80%", "subject": None, "comparator": ">=", "value": "80", "unit": "%", "low": None,
            "high": None, "of": None, "change": False, "baseline": None, "qualifier": "Mức 4", "per": None, "by": None,
            "combine": "ratio",
        }
    ]  # fmt: skip
    assert item["source"]["line"] == 86


def test_read_without_json_is_for_people(capsys):
    status, out, _ = run(capsys, "read", str(DECISION))

    assert status == 0
    assert "488/QĐ-CT, 14/03/2022" in out
    assert "372 nhiệm vụ, 371 chỉ tiêu" in out


def test_check_prints_findings_only(capsys):
    status, out, _ = run(capsys, "check", str(DECISION), "--json")

    assert status == 0
    assert "section-repeated" in {finding["code"] for finding in json.loads(out)["findings"]}
    assert "Cần xem" in run(capsys, "check", str(DECISION))[1]


def test_a_finding_of_severity_error_is_exit_status_1():
    class Finding:
        severity = "error"

    assert cli._verdict([Finding()]) == 1


def test_a_clean_document_says_that_there_is_nothing(capsys, tmp_path):
    path = tmp_path / "sach.txt"
    path.write_text(
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tRà soát thủ tục hành chính\tSở Nội vụ\tNăm 2022\n",
        encoding="utf-8",
    )

    assert run(capsys, "check", str(path))[1] == "Không có nhận xét nào.\n"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("trong.txt", b"", "trống"),
        ("anh.txt", b"\x89PNG", "ảnh PNG"),
        ("mat.txt", "MẬT\nKế hoạch của tỉnh\n".encode(), "không được đưa vào hệ thống này"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence_and_exit_status_2(capsys, tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)

    status, out, err = run(capsys, "read", str(path), "--json")

    assert (status, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "Không mở được"),
        ("khong phai toml [", "không phải TOML"),
        ("a = 1", "không có mục"),
        ("[[agency]]\nten = 'x'", "thiếu name"),
        ("[[agency]]\nname = 'x'\naliases = [1]", "thiếu name"),
    ],
)
def test_a_list_of_agencies_that_cannot_be_used_is_told(capsys, tmp_path, content, words):
    path = tmp_path / "co-quan.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")

    status, _, err = run(capsys, "read", str(DECISION), "--agencies", str(path))

    assert status == 2
    assert words in err


def test_a_target_is_typed_and_held_against_a_value(capsys):
    status, out, _ = run(capsys, "target", "Mức 4 ≥ 80%", "--met", "79,2", "--json")
    answer = json.loads(out)

    assert status == 0
    assert answer["targets"][0]["value"] == "80"
    assert list(answer) == ["targets", "met", "doubts"]
    assert answer["met"]["answer"] == "not_met"
    assert answer["doubts"] == []


def test_a_target_is_explained_to_people(capsys):
    _, out, _ = run(capsys, "target", ">240 tin, bài/năm", "--met", "250")

    assert out.startswith(">240 tin, bài/năm:")
    assert len(out.splitlines()) == 2
    assert "Cần xem: “trong quý III” không nêu năm." in run(capsys, "target", "hoàn thành trong quý III")[1]
    assert run(capsys, "target", "-")[1] == "Không có chỉ tiêu nào trong cụm từ này.\n"


def test_periods_of_a_year(capsys):
    _, out, _ = run(capsys, "periods", "--year", "2026", "--json")
    quarter = next(period for period in json.loads(out)["periods"] if period["code"] == "2026-Q1")

    assert quarter["window"] == {"from": "2025-12-15", "to": "2026-03-14"}
    assert quarter["due_on"] == "2026-03-25"
    assert quarter["source"] == "Nghị định 09/2019/NĐ-CP, Điều 12"
    assert "2026-Q1" in run(capsys, "periods", "--year", "2026")[1]


def test_a_year_nobody_lives_in_is_refused(capsys):
    status, _, err = run(capsys, "periods", "--year", "0")

    assert status == 2
    assert "bốn chữ số" in err


@pytest.mark.django_db
def test_doctor_says_what_to_mend(capsys):
    _, out, _ = run(capsys, "doctor", "--json")
    checks = {check["name"]: check for check in json.loads(out)["checks"]}

    assert {"python", "database", "space", "clock", "mail", "ocr", "pdf", "font"} <= set(checks)
    assert checks["python"]["fine"]
    assert "Python" in run(capsys, "doctor")[1]


def test_a_closed_pipe_is_no_fault(monkeypatch):
    def closed(_options: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(cli, "list_periods", closed)

    assert cli.main(["periods", "--year", "2026"]) == 0


def test_the_command_answers_fast_enough_to_be_used(tmp_path):
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "dondoc.cli", "check", str(DECISION), "--json"],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0
    assert done.stderr == b""
    assert time.perf_counter() - started < 60


def test_serve_and_demo_are_the_config_s_work(monkeypatch):
    from dondoc.config import serving

    monkeypatch.setattr(serving, "up", lambda **options: options["port"])
    monkeypatch.setattr(serving, "load_demo", lambda: 7)

    assert cli.main(["up", "--port", "8123"]) == 8123
    assert cli.main(["demo"]) == 7
