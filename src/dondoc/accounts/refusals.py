"""Why an action about people is not done, each told in a sentence."""

from __future__ import annotations

import math
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import Handover, Term
from dondoc.accounts.posts import say, say_days


class Refused(Exception):
    """What was asked for cannot be; the words say why and what to do."""


class SignInNameTaken(Refused):
    """Another person signs in by this name."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Tên đăng nhập “%(name)s” đã có người dùng. Chọn tên khác.") % {"name": name})
        self.name = name


class NotOneself(Refused):
    """Nobody gives posts or roles to themselves."""

    def __init__(self) -> None:
        super().__init__(_("Không ai tự đổi chức vụ, vai trò hay tài khoản của mình. Nhờ người quản trị khác."))


class PostTaken(Refused):
    """Another person is at the head of the agency on one of the days."""

    def __init__(self, term: Term) -> None:
        words = _("%(name)s đang giữ chức vụ %(post)s %(days)s. Kết thúc nhiệm kỳ đó trước, hoặc chọn ngày khác.")
        held = {"name": term.person.full_name, "post": say(term), "days": say_days(term.first_day, term.last_day)}
        super().__init__(words % held)


class HeldAlready(Refused):
    """The person holds this very post on one of the days."""

    def __init__(self, term: Term) -> None:
        words = _("%(name)s đã giữ chức vụ này %(days)s.")
        super().__init__(words % {"name": term.person.full_name, "days": say_days(term.first_day, term.last_day)})


class DaysReversed(Refused):
    """The last day comes before the first."""

    def __init__(self, first: date, last: date) -> None:
        words = _("Ngày cuối %(last)s trước ngày đầu %(first)s. Xem lại hai ngày.")
        super().__init__(words % {"last": f"{last:%-d/%-m/%Y}", "first": f"{first:%-d/%-m/%Y}"})


class PostEnded(Refused):
    """The post exists no longer."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Chức vụ “%(name)s” không còn. Chọn chức vụ khác.") % {"name": name})


class NotGiven(Refused):
    """The role comes with a post and is not given."""

    def __init__(self, role: str) -> None:
        super().__init__(_("Vai trò “%(role)s” theo chức vụ mà có, không cấp riêng.") % {"role": role})


class TermOver(Refused):
    """The term has ended already."""

    def __init__(self, term: Term) -> None:
        words = _("Nhiệm kỳ này đã kết thúc ngày %(day)s.")
        super().__init__(words % {"day": f"{term.last_day:%-d/%-m/%Y}"})


class NoneToSign(Refused):
    """Who should sign is no deputy and no head of a division of the agency on those days."""

    def __init__(self) -> None:
        super().__init__(
            _("Chỉ giao cho cấp phó (ký KT.) hoặc lãnh đạo phòng (ký TL.) còn giữ chức vụ ở cơ quan đến ngày cuối.")
        )


class TooEarly(Refused):
    """A handover would begin in the past."""

    def __init__(self, today: date) -> None:
        words = _("Không giao ký cho ngày đã qua. Chọn từ ngày %(day)s trở đi.")
        super().__init__(words % {"day": f"{today:%-d/%-m/%Y}"})


class HandedAlready(Refused):
    """Somebody else signs for the head on one of the days."""

    def __init__(self, handover: Handover) -> None:
        words = _("%(name)s đã được giao ký %(days)s. Thu lại lần giao đó trước, hoặc chọn ngày khác.")
        days = say_days(handover.first_day, handover.last_day)
        super().__init__(words % {"name": handover.to_term.person.full_name, "days": days})


class NoReason(Refused):
    """A reason is missing."""

    def __init__(self) -> None:
        super().__init__(_("Chưa ghi lý do. Lý do được giữ trong nhật ký."))


class MustWait(Refused):
    """Too many wrong tries in a row."""

    def __init__(self, until: datetime, now: datetime) -> None:
        minutes = max(1, math.ceil((until - now).total_seconds() / 60))
        words = _("Sai nhiều lần liên tiếp. Thử lại sau %(minutes)d phút, từ %(time)s.")
        super().__init__(words % {"minutes": minutes, "time": f"{timezone.localtime(until):%H:%M}"})
        self.until = until


class WrongPassword(Refused):
    """The password shown again is not the person's."""

    def __init__(self) -> None:
        super().__init__(_("Mật khẩu hiện tại không đúng."))


class NotTheSame(Refused):
    """The new password is the old one."""

    def __init__(self) -> None:
        super().__init__(_("Mật khẩu mới trùng mật khẩu đang dùng. Chọn mật khẩu khác."))


class WrongCode(Refused):
    """No code of the app at this time, and no unused recovery code."""

    def __init__(self) -> None:
        super().__init__(
            _("Mã không đúng hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi nhập lại; kiểm tra giờ trên điện thoại.")
        )


class AccountClosed(Refused):
    """The account is closed, lately for not being used."""

    def __init__(self, days: int) -> None:
        words = _("Tài khoản không dùng quá %(days)d ngày nên đã đóng. Người quản trị hệ thống mở lại.")
        super().__init__(words % {"days": days})


class Unknown(Refused):
    """The office's sign-in knows somebody whom this site does not."""

    def __init__(self, name: str) -> None:
        words = _("Chưa có tài khoản nào ở đây cho “%(name)s”. Người quản trị hệ thống lập tài khoản.")
        super().__init__(words % {"name": name})


class OutsideFailed(Refused):
    """The office's sign-in did not answer as it should."""

    def __init__(self) -> None:
        super().__init__(_("Đăng nhập qua cổng của cơ quan không thành. Thử lại, hoặc dùng tên và mật khẩu."))
