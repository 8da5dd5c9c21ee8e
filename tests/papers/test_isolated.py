"""Reading in a child process: the same reading, and limits that hold."""

import io
import json
import sys
from pathlib import Path

import pytest

from dondoc.papers.reading import child, isolated
from dondoc.papers.reading.exchange import reading_as_json, reading_from_json
from dondoc.papers.reading.reader import read_file
from dondoc.papers.reading.refusals import Unreadable
from dondoc.rules.names.registry import registry_of

PLAN = Path(__file__).parents[2] / "samples" / "vinh-phuc-2022" / "quyet-dinh-488.txt"


def test_the_child_gives_the_very_reading_and_tells_its_progress():
    told: list[tuple[int, int, str]] = []

    reading = isolated.read(PLAN, filename="488.txt", on_progress=lambda *words: told.append(words))

    assert reading == read_file(PLAN)
    assert told[-1][0] == told[-1][1]


def test_a_province_s_agencies_reach_the_child(tmp_path):
    path = tmp_path / "qd.txt"
    path.write_text("STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát thủ tục\tVUON QUOC GIA\tQuý I\n", encoding="utf-8")
    agencies = registry_of('[[agency]]\nname = "Vườn quốc gia"\naliases = ["VQG"]\n')

    reading = isolated.read(path, filename="qd.txt", agencies=agencies)

    assert reading.catalogue.items[0].leads == ("Vườn quốc gia",)


def test_a_refusal_comes_through_with_the_name_people_know(tmp_path):
    path = tmp_path / "tam"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(Unreadable, match=r"Tệp “quyet-dinh\.pdf” là tệp PDF"):
        isolated.read(path, filename="quyet-dinh.pdf")


def test_a_reading_that_takes_too_long_is_stopped():
    with pytest.raises(Unreadable) as caught:
        isolated.read(PLAN, filename="488.txt", seconds=0.01)

    assert caught.value.code == "too-long"


def test_a_reading_that_needs_too_much_memory_is_stopped():
    with pytest.raises(Unreadable) as caught:
        isolated.read(PLAN, filename="488.txt", memory=26 * 1024 * 1024)

    assert caught.value.code in ("too-heavy", "broken-reader")


def test_a_child_that_breaks_is_reported_with_an_incident(monkeypatch, capfd):
    monkeypatch.setattr(isolated, "CHILD", ("-c", "print('x'); raise SystemExit(3)"))

    with pytest.raises(Unreadable) as caught:
        isolated.read(PLAN, filename="488.txt")

    assert caught.value.code == "broken-reader"
    assert caught.value.facts["incident"] in capfd.readouterr().err


def test_a_child_that_hears_nothing_is_reported_too(monkeypatch):
    monkeypatch.setattr(isolated, "CHILD", ("-c", "import os; os.close(0)"))
    many = registry_of("\n".join(f'[[agency]]\nname = "Cơ quan {n}"' for n in range(9000)))

    with pytest.raises(Unreadable) as caught:
        isolated.read(PLAN, filename="488.txt", agencies=many)

    assert caught.value.code == "broken-reader"


def answers(monkeypatch, capsys, request: dict) -> tuple[int, list[dict]]:
    monkeypatch.setattr(child.resource, "setrlimit", lambda *_: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(request).encode())))
    status = child.main()
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_child_answers_in_lines_of_json(monkeypatch, capsys):
    request = {"path": str(PLAN), "name": "488.txt", "memory": 1, "agencies": [["Sở A", []]]}

    status, said = answers(monkeypatch, capsys, request)

    assert status == 0
    assert "progress" in said[0]
    assert len(said[-1]["reading"]["catalogue"]["items"]) == 372


def test_the_child_answers_a_refusal_with_its_facts(monkeypatch, capsys):
    _, said = answers(monkeypatch, capsys, {"path": "/khong-co", "name": "a.txt", "memory": 1, "agencies": None})

    assert said == [{"refused": "missing", "facts": {"name": "a.txt"}}]


def test_the_child_says_by_its_status_that_memory_ran_out(monkeypatch, capsys):
    def fail(_request: dict) -> int:
        raise MemoryError

    monkeypatch.setattr(child, "_read", fail)

    assert answers(monkeypatch, capsys, {"memory": 1})[0] == isolated.OUT_OF_MEMORY


def test_a_status_of_no_memory_becomes_its_sentence(monkeypatch):
    monkeypatch.setattr(isolated, "CHILD", ("-c", f"raise SystemExit({isolated.OUT_OF_MEMORY})"))

    with pytest.raises(Unreadable, match="512 MB bộ nhớ"):
        isolated.read(PLAN, filename="488.txt")


def test_a_reading_survives_the_way_through_json():
    reading = read_file(PLAN.with_name("ke-hoach-232.txt"))

    assert reading_from_json(json.loads(json.dumps(reading_as_json(reading)))) == reading
