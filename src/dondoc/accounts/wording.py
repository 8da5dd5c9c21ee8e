"""Sentences about people, sign-in and rights."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WHAT: dict[str, str | Promise] = {
    "read": gettext_lazy("xem văn bản"),
    "review": gettext_lazy("đưa lên và soát văn bản"),
    "publish": gettext_lazy("công bố và đính chính văn bản"),
    "administer": gettext_lazy("quản lý tài khoản"),
}


def lacks(right: str, post: str) -> str:
    """Say that a right is missing, which post is in use, and who grants it."""
    return _("Không có quyền %(what)s. Đang dùng: %(post)s. Người cấp quyền: quản trị hệ thống.") % {
        "what": WHAT[right],
        "post": post,
    }


def wrong_sign_in() -> str:
    """Say that the name and the password do not go together."""
    return _("Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.")
