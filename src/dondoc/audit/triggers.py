"""The triggers that keep the audit trail append-only, on both databases."""

from __future__ import annotations

from typing import Any

SQLITE = (
    "CREATE TRIGGER audit_entry_keep BEFORE UPDATE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END",
    "CREATE TRIGGER audit_entry_stay BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'; END $$",
    "CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()",
    "CREATE TRIGGER audit_entry_stay BEFORE TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()",
)
DROP_SQLITE = ("DROP TRIGGER IF EXISTS audit_entry_keep", "DROP TRIGGER IF EXISTS audit_entry_stay")
DROP_POSTGRESQL = ("DROP FUNCTION IF EXISTS audit_entry_refuse() CASCADE",)


def install(apps: Any, schema_editor: Any) -> None:
    """Make the triggers; called by a migration."""
    _run(schema_editor, SQLITE, POSTGRESQL)


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop the triggers; called when the migration is reversed."""
    _run(schema_editor, DROP_SQLITE, DROP_POSTGRESQL)


def _run(schema_editor: Any, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgresql
    with schema_editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
