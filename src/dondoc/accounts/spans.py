"""Triggers that keep spans of days apart, on both databases: no two heads and no two handovers on one day."""

from __future__ import annotations

from typing import Any

APART = (
    # table, the column of the agency, the further condition, what the refusal is called
    ("accounts_term", "heads_id", "{row}.heads_id IS NOT NULL", "one_head_on_a_day"),
    ("accounts_handover", "agency_id", "{row}.revoked_at IS NULL", "one_handover_on_a_day"),
)


def install(apps: Any, schema_editor: Any) -> None:
    """Make the triggers or constraints; called by a migration."""
    make = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    _run(schema_editor, [statement for each in APART for statement in make(*each)])


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop them; called when the migration is reversed."""
    if schema_editor.connection.vendor == "sqlite":
        drops = [f"DROP TRIGGER IF EXISTS {name}_{verb}" for *_, name in APART for verb in ("insert", "update")]
    else:
        drops = [f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}" for table, *_, name in APART]
    _run(schema_editor, drops)


def _sqlite(table: str, agency: str, further: str, name: str) -> list[str]:
    """SQLite knows no exclusion; writers queue, so a trigger sees every row there is."""
    clash = (
        f"{further.format(row='NEW')} AND EXISTS (SELECT 1 FROM {table} o WHERE o.id <> NEW.id "  # noqa: S608
        f"AND {further.format(row='o')} AND o.{agency} = NEW.{agency} "
        "AND o.first_day <= COALESCE(NEW.last_day, '9999-12-31') "
        "AND NEW.first_day <= COALESCE(o.last_day, '9999-12-31'))"
    )
    # After the write, when the row has its number.
    return [
        f"CREATE TRIGGER {name}_{verb} AFTER {verb.upper()} ON {table} WHEN {clash} "
        f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
        for verb in ("insert", "update")
    ]


def _postgresql(table: str, agency: str, further: str, name: str) -> list[str]:
    """An exclusion over ranges: the number as a range of itself needs no extension."""
    where = further.replace("{row}.", "")
    return [
        f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist "
        f"(int8range({agency}, {agency}, '[]') WITH &&, daterange(first_day, last_day, '[]') WITH &&) WHERE ({where})"
    ]


def _run(schema_editor: Any, statements: list[str]) -> None:
    with schema_editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
