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


def cell_empty() -> str:
    """Say that a needed cell is empty."""
    return _("Ô này còn trống.")


def cell_too_long(limit: int) -> str:
    """Say that a cell holds too much."""
    return _("Quá dài: nhiều nhất %(limit)s ký tự.") % {"limit": limit}


def bad_sign_in_name(name: str) -> str:
    """Say what a sign-in name is made of."""
    words = _("“%(name)s” không dùng được: từ 3 chữ thường không dấu, số, dấu chấm, gạch nối, như “nguyen.van.an”.")
    return words % {"name": name}


def name_taken(name: str) -> str:
    """Say that a sign-in name is somebody's."""
    return _("“%(name)s” đã có tài khoản. Bỏ dòng này, hoặc chọn tên khác.") % {"name": name}


def name_twice(name: str, row: int) -> str:
    """Say that two people of a list share a sign-in name."""
    return _("“%(name)s” là người khác ở dòng %(row)s. Mỗi người một tên đăng nhập.") % {"name": name, "row": row}


def row_twice(row: int) -> str:
    """Say that a row says the same as another."""
    return _("Trùng với dòng %(row)s. Bỏ một dòng.") % {"row": row}


def two_heads(name: str) -> str:
    """Say that an agency has a head already on one of the days."""
    return _("Cơ quan đã có người đứng đầu trong thời gian đó: %(name)s.") % {"name": name}


def unknown_choice(field: str, words: str) -> str:
    """Say that an agency, a rank or a role is not known."""
    sentences = {
        "agency": _("Không có cơ quan “%(words)s”. Ghi tên hoặc mã như trong danh sách cơ quan."),
        "rank": _("Không có cấp “%(words)s”. Ghi người đứng đầu, cấp phó, lãnh đạo phòng hoặc chuyên viên."),
        "role": _("Không cấp vai trò “%(words)s”. Xem trang “Cách ghi” của tệp mẫu, hoặc để trống."),
    }
    return sentences[field] % {"words": words}


def bad_day(words: str) -> str:
    """Say that words are no day."""
    return _("“%(words)s” không phải một ngày. Ghi như 14/3/2022.") % {"words": words}


def days_reversed() -> str:
    """Say that a span ends before it begins."""
    return _("Ngày cuối trước ngày đầu.")


def no_file() -> str:
    """Say that no file came."""
    return _("Chưa chọn tệp.")


def taken_in(count: int) -> str:
    """Say how many accounts were made."""
    return _("Đã lập %(count)d tài khoản. In trang này ngay: mật khẩu lần đầu chỉ hiện một lần.") % {"count": count}


def too_large(limit: int) -> str:
    """Say that a list is larger than lists are."""
    return _("Tệp lớn hơn %(limit)s MB. Danh sách tài khoản không lớn vậy; xem lại tệp.") % {"limit": limit}


# What a browser sends names others too, so the first that fits stands.
_BROWSERS = (
    ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def device(sent: str) -> str:
    """Say which browser on which system somebody uses; what is not known stays as it was sent."""
    browser = next((name for mark, name in _BROWSERS if mark in sent), "")
    system = next((name for mark, name in _SYSTEMS if mark in sent), "")
    if browser and system:
        return _("%(browser)s trên %(system)s") % {"browser": browser, "system": system}
    return browser or sent
