"""Rules of the house that a reader of the code could not keep in mind: checked here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dondoc.audit import wording as audit
from dondoc.directives import refusals, wording

SOURCE = Path(refusals.__file__).resolve().parents[1]
WRITES = re.compile(
    r"\.objects\.(?:create|bulk_create|update|get_or_create|update_or_create)|\.save\(|\.delete\(|\.bulk_"
)


def all_refusals() -> list[type[refusals.Refusal]]:
    return refusals.Refusal.__subclasses__()


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.__name__)
def test_every_refusal_has_its_sentence(refusal: type[refusals.Refusal]) -> None:
    assert refusal in wording.SENTENCES


@pytest.mark.parametrize("path", sorted((SOURCE / "demo").rglob("*.py")), ids=lambda path: path.stem)
def test_the_demo_only_calls_what_people_call(path: Path) -> None:
    assert not WRITES.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/views*")) + sorted(SOURCE.glob("*/views/*.py")), ids=str)
def test_views_never_write_by_themselves(path: Path) -> None:
    if path.is_file():
        assert not WRITES.search(path.read_text(encoding="utf-8"))


def test_every_verb_of_the_trail_can_be_said() -> None:
    verbs = set()
    for path in SOURCE.rglob("actions*/**/*.py"):
        verbs |= set(re.findall(r"verb=\"([a-z-]+)\"", path.read_text(encoding="utf-8")))

    assert verbs
    assert verbs <= set(audit.VERBS)


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/templates/**/*.html")), ids=lambda path: path.name)
def test_templates_carry_no_scripts_styles_or_words_left_untranslated(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\son\w+=|\sstyle=|<style|<script>|javascript:", text)
    bare = re.sub(
        r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", text, flags=re.S
    )
    assert not re.findall(
        r"[^\W\d_]{4,}", re.sub(r"reviewing|Enter|Delete|SHA-256|Esc|Tab|English|Tiếng Việt", "", bare)
    ), path
