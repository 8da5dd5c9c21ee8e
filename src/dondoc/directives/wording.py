"""Sentences shown to people about directives, and how refusals, doubts and targets are said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.directives import refusals
from dondoc.directives.models import Finding, Item, Pair
from dondoc.rules import targets
from dondoc.rules.catalogue_json import target_from_json

COMPARATORS: dict[str, str | Promise] = {
    "": gettext_lazy("– không ghi dấu"),
    ">": gettext_lazy("> lớn hơn"),
    ">=": gettext_lazy("≥ tối thiểu"),
    "<": gettext_lazy("< nhỏ hơn"),
    "<=": gettext_lazy("≤ tối đa"),
    "=": gettext_lazy("= bằng"),
    "between": gettext_lazy("↔ từ … đến …"),
    "done": gettext_lazy("hoàn thành"),
    "starts": gettext_lazy("bắt đầu từ"),
    "grade": gettext_lazy("xếp hạng"),
    "top": gettext_lazy("tốp"),
    "text": gettext_lazy("không đo được"),
}
PERIODS: dict[str, str | Promise] = {
    "": gettext_lazy("–"),
    "month": gettext_lazy("mỗi tháng"),
    "quarter": gettext_lazy("mỗi quý"),
    "year": gettext_lazy("mỗi năm"),
}
KINDS: dict[str, str | Promise] = {
    "decision": gettext_lazy("Quyết định"),
    "plan": gettext_lazy("Kế hoạch"),
    "resolution": gettext_lazy("Nghị quyết"),
    "directive": gettext_lazy("Chỉ thị"),
    "programme": gettext_lazy("Chương trình"),
    "notice": gettext_lazy("Thông báo"),
    "official_letter": gettext_lazy("Công văn"),
    "other": gettext_lazy("Văn bản khác"),
}
SCHEDULES: dict[str, str | Promise] = {
    "yearly": gettext_lazy("hằng năm"),
    "continuous": gettext_lazy("thường xuyên"),
    "years": gettext_lazy("theo năm"),
    "from": gettext_lazy("từ một thời điểm"),
    "frequency": gettext_lazy("theo số lần"),
    "date": gettext_lazy("theo ngày, tháng, quý"),
    "event": gettext_lazy("theo sự kiện"),
    "cycle": gettext_lazy("theo chu kỳ"),
    "text": gettext_lazy("ghi chưa rõ"),
}
FIELDS: dict[str, str | Promise] = {
    "text": gettext_lazy("Nhiệm vụ"),
    "leads": gettext_lazy("Chủ trì"),
    "lead": gettext_lazy("Chủ trì"),
    "cooperating": gettext_lazy("Phối hợp"),
    "schedule": gettext_lazy("Thời gian"),
    "time": gettext_lazy("Thời gian"),
    "deliverable": gettext_lazy("Sản phẩm"),
    "product": gettext_lazy("Sản phẩm"),
    "condition": gettext_lazy("Điều kiện"),
    "scope": gettext_lazy("Phạm vi"),
    "targets": gettext_lazy("Chỉ tiêu"),
    "target": gettext_lazy("Chỉ tiêu"),
    "status": gettext_lazy("Hiệu lực"),
    "question": gettext_lazy("Câu hỏi"),
    "answer": gettext_lazy("Trả lời"),
    "number": gettext_lazy("Số, ký hiệu"),
    "kind": gettext_lazy("Loại văn bản"),
    "issued_on": gettext_lazy("Ngày ban hành"),
    "effective_on": gettext_lazy("Ngày có hiệu lực"),
    "term": gettext_lazy("Thời kỳ"),
    "issuer": gettext_lazy("Cơ quan, người ban hành"),
    "title": gettext_lazy("Trích yếu"),
    "signer": gettext_lazy("Người ký"),
    "decision": gettext_lazy("Trả lời"),
    "numbering": gettext_lazy("Số thứ tự"),
    "ordinal": gettext_lazy("Số thứ tự"),
}
TABS: dict[str, str | Promise] = {
    "can-xem": gettext_lazy("Cần xem"),
    "da-xem": gettext_lazy("Đã xem"),
    "dang-hoi": gettext_lazy("Đang hỏi"),
    "ro": gettext_lazy("Rõ"),
    "tat-ca": gettext_lazy("Tất cả"),
}
SEVERITIES: dict[str, str | Promise] = {
    "error": gettext_lazy("Phải xử lý"),
    "warning": gettext_lazy("Cần xem"),
    "note": gettext_lazy("Để biết"),
}


def say_targets(values: list[dict[str, Any]]) -> str:
    """Say the targets of a row as printed, in one line."""
    return "; ".join(value["text"] for value in values)


def say_typed(values: list[dict[str, Any]]) -> str:
    """Say the targets of a row as understood, in one line."""
    return "; ".join(targets.say(target_from_json(value)) for value in values)


def shown_target(value: dict[str, Any]) -> str:
    """Show a target in a list: its printed words while they still say what counts, else what counts now."""
    target = target_from_json(value)
    read = targets.parse(target.text)
    if any(_figures(each) == _figures(target) for each in read) or target.comparator is targets.Comparator.TEXT:
        return target.text
    return targets.say(target)


def _figures(target: targets.Target) -> tuple[object, ...]:
    return (target.comparator, target.value, target.grade, target.low, target.high, target.unit)


def say_field(name: str) -> str:
    """Say the name of a field; an unknown one stays as it is."""
    return str(FIELDS.get(name.partition(".")[0].partition("[")[0], name))


def _target_invalid(refusal: refusals.TargetInvalid) -> str:
    where = _("Chỉ tiêu %(number)s") % {"number": refusal.number}
    what = {
        "value": _("“%(words)s” không phải là số. Ghi số như 90,5 hoặc 100.000.") % {"words": refusal.words},
        "share": _("tỷ lệ không thể là %(words)s%%. Ghi số từ 0 đến 100.") % {"words": refusal.words},
        "between": _("cần đủ hai số, từ và đến."),
        "missing": _("còn thiếu con số. Ghi số, hoặc chọn dấu “không đo được”."),
    }
    return f"{where}: {what[refusal.field]}"


def _item_changed(refusal: refusals.ItemChanged) -> str:
    who = refusal.item.decided_by.full_name if refusal.item.decided_by else _("người khác")
    return _("Dòng %(label)s có hai bản: %(who)s vừa sửa sau khi trang này mở. Chọn bản để giữ.") % {
        "label": refusal.item.label,
        "who": who,
    }


def _errors_open(refusal: refusals.ErrorsOpen) -> str:
    first = refusal.findings[0].message
    return _("Chưa công bố được: còn %(count)s nhận xét phải xử lý, trước hết là “%(first)s”.") % {
        "count": len(refusal.findings),
        "first": first,
    }


SENTENCES: dict[type[refusals.Refusal], Callable[[Any], str]] = {
    refusals.ItemChanged: _item_changed,
    refusals.NotInReview: lambda r: (
        _("Văn bản %(name)s không còn ở bước soát. Sửa dòng đã công bố bằng Đính chính, kèm lý do.")
        % {"name": r.directive}
    ),
    refusals.NotPublished: lambda r: (
        _("Văn bản %(name)s chưa công bố hoặc đã thu hồi, nên không đính chính được.") % {"name": r.directive}
    ),
    refusals.NothingToUndo: lambda r: _("Không còn bước nào để hoàn tác."),
    refusals.CannotUndo: lambda r: (
        _("Không hoàn tác được: dòng %(ref)s đã đổi sau đó. Mở dòng ấy và sửa tay.") % {"ref": r.ref.replace("/", ".")}
    ),
    refusals.NoRowAbove: lambda r: _("Đây là dòng đầu, không có dòng trên để gộp."),
    refusals.CannotSplitThere: lambda r: _("Không tách được ở đó: một phần sẽ trống. Chọn một chữ ở giữa dòng."),
    refusals.TextMissing: lambda r: _("Nhiệm vụ còn trống. Ghi nội dung, hoặc bỏ dòng này."),
    refusals.TargetInvalid: _target_invalid,
    refusals.Several: lambda r: " ".join(say(each) for each in r.refusals),
    refusals.NothingChanged: lambda r: _("Chưa có gì khác với bản đang công bố. Sửa một ô rồi lưu."),
    refusals.ReasonMissing: lambda r: _("Lý do còn trống. Ghi lý do; lý do được giữ trong nhật ký."),
    refusals.ErrorsOpen: _errors_open,
    refusals.DoubtsLeft: lambda r: (
        _("Còn %(count)s chỗ cần xem, %(asked)s dòng đang hỏi. Xem nốt, hoặc ghi lý do công bố khi chưa xong.")
        % {"count": r.count, "asked": r.asked}
    ),
    refusals.SecondCopy: lambda r: (
        _("%(name)s đã có một bản khác trong hệ thống. Ghi lý do công bố bản này, hoặc bỏ một trong hai bản.")
        % {"name": r.other}
    ),
    refusals.QuestionMissing: lambda r: _("Câu hỏi còn trống. Ghi điều cần cơ quan ban hành làm rõ."),
    refusals.AnswerMissing: lambda r: _("Câu trả lời còn trống, hoặc dòng này không có câu hỏi đang chờ."),
    refusals.WasPublished: lambda r: _("Văn bản đã từng công bố thì chỉ thu hồi, không bỏ và không soát lại."),
    refusals.NotRefused: lambda r: _("Tệp này chưa bị từ chối, nên còn ở danh sách đến khi đọc xong."),
    refusals.NothingToPublish: lambda r: _("Danh mục chưa có dòng nào. Thêm dòng rồi công bố."),
    refusals.SecondPersonNeeded: lambda r: _(
        "Người đã soát không tự công bố được. Cần một người khác có quyền công bố mở trang này."
    ),
    refusals.AlreadyHere: lambda r: (
        _("Tệp này đã có trong hệ thống: %(name)s, đưa vào ngày %(day)s. Không lưu thêm bản thứ hai.")
        % {"name": r.directive, "day": f"{r.directive.entered_at:%d/%m/%Y}"}
    ),
    refusals.BeingRead: lambda r: _("Tệp này đang được đọc. Đây là tiến độ của lần đưa lên trước."),
    refusals.NumberMissing: lambda r: _("Số, ký hiệu còn trống. Ghi như trên văn bản, ví dụ 488/QĐ-CT."),
    refusals.NoProposal: lambda r: _("Dòng này không có đề nghị sửa. Giữ như văn bản, hoặc sửa tay."),
    refusals.StatusUnchanged: lambda r: _("Nhiệm vụ đang ở đúng trạng thái đó, không có gì thay đổi."),
}


def say(refusal: refusals.Refusal) -> str:
    """Say a refusal: what is wrong, where, what to do."""
    return SENTENCES[type(refusal)](refusal)


def too_large(limit: int) -> str:
    """Say that an upload is past the limit."""
    return _("Tệp nặng quá giới hạn %(limit)s MB nên chưa lưu. Tách phụ lục thành tệp riêng rồi đưa vào lại.") % {
        "limit": limit // 1_048_576
    }


def second_copy(number: str) -> str:
    """Say that another directive carries the same number, day and issuer."""
    return _("Số %(number)s, cùng ngày, cùng nơi ban hành, đã có ở một văn bản khác trong hệ thống.") % {
        "number": number
    }


def nothing_to_note() -> str:
    """Say that a note would be empty."""
    return _("Không có nhận xét, câu hỏi nào để gửi cơ quan ban hành.")


def no_file() -> str:
    """Say that no file was chosen."""
    return _("Chưa chọn tệp. Chọn một tệp văn bản rồi đưa lên.")


def enter_heading() -> str:
    """Head the page for typing a directive in."""
    return _("Nhập văn bản bằng tay")


def document_heading(name: str) -> str:
    """Head the page for what a document says of itself."""
    return _("Thông tin văn bản %(name)s") % {"name": name}


def saved_rows(count: int) -> str:
    """Say how many rows were accepted at once."""
    return _("Đã nhận %(count)s dòng rõ.") % {"count": count}


def published(name: str, count: int) -> str:
    """Say that a directive is in force."""
    return _("Đã công bố %(name)s: %(count)s nhiệm vụ.") % {"name": name, "count": count}


CHOICES: dict[str, dict[Any, Any]] = {
    "status": dict(Item.Status.choices),
    "kind": KINDS,
    "decision": dict([*Finding.Decision.choices, *Pair.Decision.choices]),
}


def say_value(name: str, value: Any) -> str:
    """Say the value of a field in one line, for histories."""
    if value in (None, "", []):
        return _("để trống")
    if name == "targets":
        return say_typed(value)
    if name in CHOICES:
        return str(CHOICES[name].get(value, value))
    if isinstance(value, dict):
        return str(value["text"]) if "text" in value else _("%(from)s đến %(to)s") % value
    if name.endswith("_on"):
        return "/".join(str(int(part)) for part in reversed(str(value).split("-")))
    return "; ".join(value) if isinstance(value, list) else str(value)


def broken_reader(name: str, incident: str) -> str:
    """Say that reading failed by a fault of ours."""
    return _(
        "Phần mềm gặp lỗi khi đọc tệp “%(name)s”, mã %(incident)s. Tệp chưa được lưu; báo mã này cho người quản trị."
    ) % {
        "name": name,
        "incident": incident,
    }
