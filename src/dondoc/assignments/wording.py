"""The sentences of assignments shown to people."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HOW: dict[str, str | Promise] = {
    "one": gettext_lazy("một cơ quan"),
    "group": gettext_lazy("một nhóm cơ quan"),
    "open": gettext_lazy("cơ quan chủ trì nêu khi nhận việc"),
    "unknown": gettext_lazy("chưa rõ là ai"),
}


def names_open(names: Sequence[str]) -> str:
    """Say which names still mean nobody."""
    return _(
        "Còn %(count)d tên chưa rõ là cơ quan nào: %(names)s. Chọn cơ quan cho từng tên, hoặc chọn không giao."
    ) % {
        "count": len(names),
        "names": "; ".join(names),
    }


def handed_out_already() -> str:
    """Say that it was done before."""
    return _("Văn bản này đã được giao rồi. Thay đổi về sau làm trên từng nhiệm vụ.")


def not_in_force() -> str:
    """Say that only what is published is handed out."""
    return _("Chỉ giao được văn bản đã công bố và đang có hiệu lực.")


def no_term() -> str:
    """Say that the years are missing."""
    return _("Văn bản chưa ghi năm thực hiện và ngày ban hành. Bổ sung ở phần thông tin văn bản rồi giao.")


def nobody_stands() -> str:
    """Say that there is no list of agencies."""
    return _("Chưa có cơ quan nào vào ngày này. Nhập danh sách cơ quan trước.")


def no_receiver() -> str:
    """Say that somebody must take the reports in."""
    return _("Chọn cơ quan tiếp nhận báo cáo.")


def done(assignments: int) -> str:
    """Say that it is done."""
    return _("Đã giao: %(count)d lượt giao đến từng cơ quan.") % {"count": assignments}
