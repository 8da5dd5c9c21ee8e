"""The house keeps its own rules: sizes, words, rooms, pins, links."""

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
TEXTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").rglob("*.md")]


def functions() -> list[tuple[int, str]]:
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append(((node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}"))
    return found


def test_functions_are_mostly_short_and_none_is_long():
    sizes = sorted(functions())
    lengths = [length for length, _ in sizes]

    assert statistics.median(lengths) <= 15
    assert lengths[int(0.9 * len(lengths))] <= 35
    assert [name for length, name in sizes if length > 60] == []


def test_files_stay_under_400_lines():
    long = [str(path.relative_to(ROOT)) for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > 400]

    assert long == []


def test_no_folder_is_a_junk_drawer():
    junk = {"core", "common", "utils", "helpers", "services", "misc", "util", "helper"}

    assert [path for path in SOURCES if junk & {*path.parts, path.stem}] == []


def refused_words() -> set[str]:
    words = set()
    for line in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[3] not in ("refused", "---", ""):
            words.update(word.strip() for word in cells[3].split(","))
    return words


def identifiers(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
    return names


def test_words_the_glossary_refuses_are_no_identifiers():
    refused = refused_words()
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        for name in identifiers(path)
        if refused & set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))
    }

    assert {"kpi", "owner", "organisation"} <= refused
    assert wrong == set()


@pytest.mark.parametrize("name", ["base", "postgres", "dev"])
def test_requirements_carry_hashes_and_no_address(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if re.match(r"[a-z0-9].*==", line)]

    assert pinned
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text


@pytest.mark.parametrize("name", ["base", "postgres", "dev"])
def test_every_requirement_says_why_it_is_there(name):
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith(("#", "-r")) and "#" not in line] == []


def test_no_test_is_skipped_or_expected_to_fail():
    marks = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b")
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]

    assert [str(path) for path in tests if marks.search(path.read_text(encoding="utf-8"))] == []


def test_links_in_documents_lead_somewhere():
    broken = []
    for path in TEXTS:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            if "://" not in target and not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")

    assert broken == []


def test_every_decision_has_its_page_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))

    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_modules_open_with_a_sentence():
    silent = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_the_sample_documents_are_as_received():
    import hashlib

    text = (ROOT / "samples" / "vinh-phuc-2022" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "samples" / "vinh-phuc-2022").glob("*.txt"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() in text
