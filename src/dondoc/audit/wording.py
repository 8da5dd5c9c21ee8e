"""How each verb of the audit trail reads in a history."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "create-person": _("lập tài khoản"),
    "change-roles": _("đổi vai trò"),
    "close-account": _("đóng tài khoản"),
    "sign-in": _("đăng nhập"),
    "upload": _("đưa tệp lên"),
    "read": _("đọc xong văn bản"),
    "refuse-file": _("từ chối tệp"),
    "enter-directive": _("nhập văn bản bằng tay"),
    "change-document": _("sửa thông tin văn bản"),
    "accept-item": _("giữ dòng như văn bản"),
    "accept-clear": _("nhận các dòng rõ"),
    "correct-item": _("sửa dòng"),
    "split-item": _("tách dòng"),
    "merge-items": _("gộp dòng"),
    "add-item": _("thêm dòng"),
    "delete-item": _("bỏ dòng"),
    "restore-item": _("lấy lại dòng"),
    "ask-item": _("hỏi cơ quan ban hành về dòng"),
    "answer-item": _("ghi trả lời cho dòng"),
    "dismiss-upload": _("cất tệp bị từ chối"),
    "drop-directive": _("bỏ bản đọc"),
    "reopen-directive": _("soát lại bản đọc đã bỏ"),
    "undo": _("hoàn tác"),
    "decide-finding": _("trả lời nhận xét"),
    "decide-pair": _("trả lời đề nghị gộp chỉ tiêu"),
    "publish": _("công bố danh mục"),
    "withdraw-directive": _("thu hồi văn bản"),
    "publish-correction": _("đính chính"),
    "suspend-item": _("tạm dừng nhiệm vụ"),
    "withdraw-item": _("rút nhiệm vụ"),
    "resume-item": _("cho tiếp tục nhiệm vụ"),
}


def verb(code: str) -> str:
    """Say a verb of the trail; an unknown one stays as its code."""
    return str(VERBS.get(code, code))
