"""Sentences about people, sign-in and rights."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.accounts.models import Person

WHAT: dict[str, str | Promise] = {
    "read": gettext_lazy("xem văn bản"),
    "review": gettext_lazy("đưa lên và soát văn bản"),
    "publish": gettext_lazy("công bố và đính chính văn bản"),
    "follow": gettext_lazy("xem nhiệm vụ và báo cáo của cơ quan"),
    "report": gettext_lazy("nhập báo cáo"),
    "check": gettext_lazy("soát báo cáo trước khi trình"),
    "take": gettext_lazy("nhận hoặc trả lại nhiệm vụ"),
    "approve": gettext_lazy("duyệt báo cáo thay mặt cơ quan"),
    "hand_over": gettext_lazy("giao người ký thay"),
    "assign": gettext_lazy("giao nhiệm vụ"),
    "receive": gettext_lazy("tiếp nhận hoặc trả lại báo cáo"),
    "extend": gettext_lazy("gia hạn"),
    "ask": gettext_lazy("yêu cầu báo cáo đột xuất"),
    "supervise": gettext_lazy("ghi giám sát và kiến nghị"),
    "audit": gettext_lazy("xem nhật ký hệ thống"),
    "administer": gettext_lazy("quản lý tài khoản và cơ quan"),
}


NAMED = 3


def lacks(right: str, post: str, holders: Sequence[Person], grantors: Sequence[Person]) -> str:
    """Say that a right is missing, which post is in use, who has the right and who grants it."""
    return _("Không có quyền %(what)s. Đang dùng: %(post)s. %(holders)s %(grantors)s") % {
        "what": WHAT[right],
        "post": post,
        "holders": who_has(holders),
        "grantors": _("Người cấp quyền: %(names)s.") % {"names": names(grantors) or _("chưa có ai")},
    }


def who_has(people: Sequence[Person]) -> str:
    """Name the people who have a right, or say that nobody has it yet."""
    return _("Người có quyền: %(names)s.") % {"names": names(people)} if people else _("Chưa ai được cấp quyền này.")


def names(people: Sequence[Person]) -> str:
    """Name people with their posts, the first few of many."""
    named = "; ".join(f"{each.full_name}, {each.post}" if each.post else each.full_name for each in people[:NAMED])
    more = len(people) - NAMED
    return named if more <= 0 else _("%(names)s và %(count)s người khác") % {"names": named, "count": more}


def wrong_sign_in() -> str:
    """Say that the name and the password do not go together."""
    return _("Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.")
