"""The sentences of agencies shown to people."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

CODE_NAMES = {
    "old_code": "000.00.00.H49",
    "new_code": "H49.01.02",
    "area_code": "26, 243, 08707",
}


def no_heading(required: Sequence[str]) -> str:
    """Say which columns a list must have."""
    return _("Không thấy dòng tiêu đề. Trang đầu của tệp cần một dòng có các cột: %(columns)s.") % {
        "columns": ", ".join(required)
    }


def no_rows() -> str:
    """Say that only the heading stands there."""
    return _("Tệp chỉ có dòng tiêu đề. Thêm mỗi cơ quan một dòng bên dưới rồi đưa lên lại.")


def too_many_rows(count: int, limit: int) -> str:
    """Say that a list is longer than any province's."""
    return _("Tệp có %(count)d dòng, nhiều hơn mức %(limit)d. Chia thành nhiều tệp.") % {"count": count, "limit": limit}


def not_text(name: str) -> str:
    """Say that a CSV file is in another encoding."""
    return _("“%(name)s” không phải CSV mã UTF-8. Trong Excel chọn Lưu thành “CSV UTF-8”, hoặc đưa lên tệp .xlsx.") % {
        "name": name
    }


def not_a_workbook(name: str) -> str:
    """Say that a file is no spreadsheet."""
    return _("“%(name)s” không mở được như bảng tính. Đưa lên tệp .xlsx, .xls, .ods hoặc .csv.") % {"name": name}


def missing() -> str:
    """Say that a cell must not be empty."""
    return _("Ô này không được để trống.")


def too_long(limit: int) -> str:
    """Say that a cell holds too much."""
    return _("Dài hơn %(limit)d ký tự. Rút ngắn lại.") % {"limit": limit}


def bad_slug(code: str) -> str:
    """Say what a code of ours looks like."""
    return _(
        "“%(code)s” không dùng làm mã được. Mã chỉ có chữ thường không dấu, số, dấu nối và dấu chấm, ví dụ so-y-te."
    ) % {"code": code}


def unknown_kind(kind: str, kinds: Sequence[str]) -> str:
    """Say which kinds there are."""
    return _("Không có loại “%(kind)s”. Dùng một trong: %(kinds)s.") % {"kind": kind, "kinds": ", ".join(kinds)}


def bad_code(name: str, code: str) -> str:
    """Say what an official code looks like."""
    return _("“%(code)s” không đúng dạng. Ví dụ đúng: %(example)s. Excel có thể đã bỏ số 0 ở đầu: để ô dạng chữ.") % {
        "code": code,
        "example": CODE_NAMES[name],
    }


def bad_day(words: str) -> str:
    """Say how to write a day."""
    return _("“%(words)s” không phải ngày có thật. Ghi ngày/tháng/năm, ví dụ 01/7/2025.") % {"words": words}


def days_reversed() -> str:
    """Say that the last day is before the first."""
    return _("Ngày cuối ở trước ngày đầu.")


def unknown_parent(code: str) -> str:
    """Say that a parent is nowhere."""
    return _("Cấp trên “%(code)s” không có trong tệp, cũng chưa có trong hệ thống. Ghi mã của cơ quan cấp trên.") % {
        "code": code
    }


def under_itself(code: str) -> str:
    """Say that agencies are in a circle."""
    return _("Đi ngược lên từ “%(code)s” lại gặp chính cơ quan này. Sửa cột Cấp trên.") % {"code": code}


def overlaps(code: str, row: int) -> str:
    """Say that two standings of one agency cover the same day."""
    return _("“%(code)s” đã có ở dòng %(row)d với thời gian trùng nhau. Mỗi ngày một cơ quan chỉ có một tên.") % {
        "code": code,
        "row": row,
    }


def no_file() -> str:
    """Say that nothing was chosen."""
    return _("Chưa chọn tệp. Chọn một tệp Excel hoặc CSV rồi bấm Nhập.")


def file_too_large(limit: int) -> str:
    """Say that a file is larger than any list of agencies."""
    return _("Tệp lớn hơn %(limit)d MB. Danh sách cơ quan không lớn như vậy: kiểm tra lại có đúng tệp không.") % {
        "limit": limit
    }


def taken(added: int, changed: int, unchanged: int) -> str:
    """Say what an import did."""
    return _("Đã nhập danh sách: thêm %(added)d, đổi %(changed)d, giữ nguyên %(unchanged)d cơ quan.") % {
        "added": added,
        "changed": changed,
        "unchanged": unchanged,
    }
