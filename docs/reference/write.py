# ruff: noqa: INP001
"""Writes the reference pages from the code and its tables: `make reference`. A test refuses pages that are behind."""

from __future__ import annotations

import argparse
import ast
import inspect
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "src" / "dondoc"


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Give every page by its file name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    import django

    django.setup()
    found = {
        "commands.md": commands(), "findings.md": findings(), "agencies.md": agencies(), "parameters.md": parameters(),
        "rights.md": rights(), "settings.md": settings(),
    }  # fmt: skip
    titles = {name: text.partition("\n")[0].removeprefix("# ") for name, text in found.items()}
    lines = [f"- [{title}]({name})" for name, title in sorted(titles.items())]
    return found | {"README.md": _page("Reference", "Made from the code and its tables by `make reference`.", lines)}


def _page(title: str, lead: str, lines: Iterable[str]) -> str:
    return "\n".join((f"# {title}", "", lead, "", *lines)) + "\n"


def _table(*rows: tuple[object, ...]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")


def commands() -> str:
    """Say what each command takes, in the words it prints itself."""
    from dondoc import cli

    lines: list[str] = []
    for action in cli._parser()._actions:
        for name, command in action.choices.items() if isinstance(action, argparse._SubParsersAction) else ():
            lines += [f"## dondoc {name}", "", command.description or "", ""]
            takes = [each for each in command._actions if not isinstance(each, argparse._HelpAction)]
            rows = [(f"`{_shown(each)}`", each.help or "", _default(each.default)) for each in takes]
            lines += [*_table(("takes", "what it is", "else"), *rows), ""] if rows else []
    statuses = "Exit status: 0 done; 1 done, with findings of severity error; 2 the input could not be used."
    return _page("Commands", statuses, lines).rstrip() + "\n"


def _shown(action: argparse.Action) -> str:
    value = action.metavar or action.dest.upper()
    if not action.option_strings:
        return str(value)
    return action.option_strings[-1] + ("" if action.nargs == 0 else f" {value}")


def _default(value: object) -> str:
    return "" if value in (None, False, argparse.SUPPRESS) else f"`{value}`"


def findings() -> str:
    """List the codes of findings with severity, what is looked for, and what the note to the issuer proposes."""
    from dondoc.directives.note_words import PROPOSALS
    from dondoc.rules.findings import CHECKS, sections

    checks = {"section-repeated": sections.section_repeated, **CHECKS}
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "rules" / "findings").glob("*.py")))
    rows = []
    for name in sorted(checks):
        severities = set(re.findall(rf'\b(error|warning|note)\(\s*"{name}"', code)) or _severities(checks[name])
        told = ", ".join(each for each in ("error", "warning", "note") if each in severities)
        rows.append((f"`{name}`", told, _says(checks[name]), PROPOSALS[name]))
    lead = "error must be settled before publishing, warning should be looked at, note is good to know."
    return _page("Findings", lead, _table(("code", "severity", "what is found", "proposal in the note"), *rows))


def _severities(check: Callable[..., object]) -> set[str]:
    """Give the makers of findings that a check names without the code beside them."""
    module = Path(inspect.getfile(check)).read_text(encoding="utf-8")
    names = {node.id for node in ast.walk(ast.parse(inspect.getsource(check))) if isinstance(node, ast.Name)}
    return set(re.findall(r"\b(error|warning|note)\(CODE\b", module)) or names & {"error", "warning", "note"}


def _says(check: object) -> str:
    return (inspect.getdoc(check) or "").partition("\n\n")[0]


def agencies() -> str:
    """List the names known everywhere, with what else they are called."""
    from dondoc.rules import parameters

    known = parameters.load("agencies")["agency"]
    rows = [(each["name"], "; ".join(each.get("aliases", []))) for each in known]
    lead = f"{len(rows)} names that recur in the directives of provinces. {_sources('agencies')}"
    return _page("Agencies known by name", lead, _table(("name", "also called"), *rows))


def _sources(name: str) -> str:
    """Give the sources that a table of parameters names at its head."""
    text = (SOURCE / "rules" / "parameters" / f"{name}.toml").read_text(encoding="utf-8")
    head = " ".join(line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
    found = re.search(r"(?:Sources?|Law): .*?\.(?= |$)(?! [a-z])", head)
    return found.group() if found else ""


def parameters() -> str:
    """List the dated parameters of law with their sources."""
    from dondoc.accounts import parameters as sign_in
    from dondoc.rules import parameters as tables

    lines = ["## Windows and dues of periodic reports", ""]
    for pack in tables.load("report_periods")["packs"]:
        lines += [f"Valid from {pack['valid_from']}.", ""]
        source = {"due_on": "due_source", "working_days_between": "gap_source"}
        names = [name for name in pack if not name.endswith("source") and name != "valid_from"]
        rows = [(f"`{name}`", pack[name], pack[source.get(name, "source")]) for name in names]
        lines += [*_table(("parameter", "value", "source"), *rows), ""]
    lines += ["## Signing in", ""]
    for pack in sign_in.packs():
        lines += [f"Valid from {pack['valid_from']}.", ""]
        names = [name for name in pack if not name.endswith("source") and name != "valid_from"]
        rows = [(f"`{name}`", pack[name], pack["idle_source" if name == "idle_days" else "source"]) for name in names]
        lines += [*_table(("parameter", "value", "source"), *rows), ""]
    lines += ["## Days off", "", _sources("days_off"), ""]
    days = []
    for year, table in tables.load("days_off")["years"].items():
        days += [(year, *_days(each), table["source"]) for each in table["off"]]
    lines += _table(("year", "days", "name", "source"), *days)
    return _page("Dated parameters", "What a law may change stands in tables with its source, never in code.", lines)


def _days(each: dict[str, object]) -> tuple[str, str]:
    first, last = each["from"], each["to"]
    sure = "" if each.get("certain", True) else " (announced; the deciding document was not seen)"
    return (str(first) if first == last else f"{first} to {last}"), f"{each['name']}{sure}"


def rights() -> str:
    """Say which role may do what where, and what every page asks for."""
    from dondoc.accounts.models import FROM_POSTS, Role
    from dondoc.accounts.table import TABLE, Position, Right
    from dondoc.accounts.wording import WHAT

    lines = ["## Rights", "", *_table(("right", "what it lets one do"), *((f"`{each}`", WHAT[each]) for each in Right))]
    rows = []
    for role in Role:
        places = (", ".join(sorted(TABLE[role][position])) for position in Position)
        rows.append((f"`{role}` ({role.label})", "with the post" if role in FROM_POSTS else "given", *places))
    head = ("role", "comes", "for the own agency", "for agencies below it", "everywhere")
    lines += ["", "## Roles", "", *_table(head, *rows), "", "## Pages", ""]
    lead = "Every page and every action asks this table, with the posts held at that moment."
    return _page("Rights", lead, [*lines, *_table(("address", "asks for"), *_routes())])


def _routes() -> Iterator[tuple[str, str]]:
    """Give every address with what its guard asks for."""
    from django.urls import get_resolver

    from dondoc.accounts.guards import Guard, guard_of, routes

    for address, view in sorted(routes(get_resolver())):
        guard = guard_of(view) or Guard(asks="?")
        yield f"`/{address}`", f"`{guard.right}` {guard.asks}" if guard.right else guard.asks


def settings() -> str:
    """List the environment variables an office may set."""
    text = (SOURCE / "config" / "settings.py").read_text(encoding="utf-8")
    lines = text.splitlines()
    rows = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("env."):
            name, default = ast.literal_eval(node.args[0]), {each.arg: each.value for each in node.keywords}["default"]
            rest = lines[(node.end_lineno or 1) - 1].encode()[node.end_col_offset or 0 :].decode()
            rows.append((f"`{name}`", f"`{ast.unparse(default)}`", rest.partition("# ")[2]))
    lead = "Environment variables, each with the value it has when it is not set."
    return _page("Settings", lead, _table(("name", "else", "note"), *sorted(rows)))


if __name__ == "__main__":
    main()
