"""The catalogue as an Excel or CSV file in which every cell is text and no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

import xlsxwriter
from django.utils.translation import gettext as _

from dondoc.directives import wording
from dondoc.directives.models import Directive, Item

ACTIVE = ("=", "+", "-", "@", "\t", "\r")
WIDTHS = (8, 14, 30, 60, 34, 34, 24, 34, 20, 28, 24, 24, 16)


def _head() -> list[str]:
    return [
        _("Số"), _("Văn bản"), _("Mục"), _("Nhiệm vụ"), _("Chủ trì"), _("Phối hợp"), _("Chỉ tiêu (nguyên văn)"),
        _("Chỉ tiêu (đã hiểu)"), _("Thời gian"), _("Sản phẩm"), _("Điều kiện"), _("Phạm vi"), _("Hiệu lực"),
    ]  # fmt: skip


def _lines(directive: Directive, items: Iterable[Item]) -> Iterator[list[str]]:
    yield _head()
    for item in items:
        yield [
            item.label, directive.number, item.section, item.text, "; ".join(item.leads), "; ".join(item.cooperating),
            wording.say_targets(item.targets), wording.say_typed(item.targets), (item.schedule or {}).get("text", ""),
            item.deliverable, item.condition, item.scope, item.get_status_display(),
        ]  # fmt: skip


def as_csv(directive: Directive, items: Iterable[Item]) -> bytes:
    """Write CSV that Excel opens in UTF-8; a cell that could be a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in _lines(directive, items):
        writer.writerow([quiet(cell) for cell in line])
    return out.getvalue().encode("utf-8-sig")


def quiet(cell: str) -> str:
    """Take the life out of a cell that a spreadsheet would run, and keep its words."""
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell.lstrip(" \n").startswith(ACTIVE) else cell


def as_xlsx(directive: Directive, items: Iterable[Item]) -> bytes:
    """Write an Excel file; every cell is written as text."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(directive.code[:31])
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        head = book.add_format({"text_wrap": True, "valign": "top", "bold": True, "bottom": 2})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        last = 0
        for last, line in enumerate(_lines(directive, items)):
            for column, cell in enumerate(line):
                sheet.write_string(last, column, cell[:32767], text if last else head)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(WIDTHS) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: dict[str, tuple[Callable[[Directive, Iterable[Item]], bytes], str]] = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}
