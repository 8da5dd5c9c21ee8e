"""Pages for what went wrong, each with what happened, what was kept and what to do."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

logger = logging.getLogger("dondoc.errors")


def page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """Answer with an error page: a headline, a sentence, and the incident number."""
    context = {"title": title, "sentence": sentence, "incident": request.META.get("dondoc.incident", "")}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400."""
    return page(request, 400, _("Yêu cầu gửi lên không đọc được"), _("Chưa có gì được lưu. Tải lại trang rồi làm lại."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 with the refusal's own sentence where it has one."""
    sentence = str(exception or "") or _("Tài khoản này không có quyền làm việc đó. Người quản trị hệ thống cấp quyền.")
    return page(request, 403, _("Không có quyền"), sentence)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    sentence = _("Địa chỉ này không có, hoặc tài khoản đang dùng không được xem. Tìm lại từ trang Văn bản.")
    return page(request, 404, _("Không tìm thấy trang"), sentence)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500; the log carries the same number."""
    logger.error("incident %s at %s", request.META.get("dondoc.incident"), request.path)
    sentence = _("Phần mềm gặp lỗi. Những gì đã báo là đã lưu thì vẫn còn. Báo mã dưới đây cho người quản trị.")
    return page(request, 500, _("Có lỗi bên trong"), sentence)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 where a form came from an old page."""
    sentence = _(
        "Trang mở đã quá lâu hoặc đã đăng nhập lại ở nơi khác, nên chưa lưu gì. Tải lại trang rồi gửi lần nữa."
    )
    return page(request, 403, _("Biểu mẫu đã cũ"), sentence)
