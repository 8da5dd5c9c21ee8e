"""How each verb of the audit trail reads in a history."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "create-person": _("lập tài khoản"),
    "take-in-agencies": _("nhập danh sách cơ quan"),
    "change-agency": _("đổi thông tin cơ quan"),
    "end-agency": _("kết thúc cơ quan"),
    "record-event": _("ghi thay đổi tổ chức"),
    "add-post": _("thêm chức vụ"),
    "change-roles": _("đổi vai trò"),
    "close-account": _("đóng tài khoản"),
    "reopen-account": _("mở lại tài khoản"),
    "change-password": _("đổi mật khẩu"),
    "give-first-password": _("cấp lại mật khẩu lần đầu"),
    "add-second-factor": _("thêm xác thực hai lớp"),
    "drop-second-factor": _("bỏ xác thực hai lớp"),
    "renew-recovery-codes": _("lập lại mã dự phòng"),
    "end-sessions": _("đăng xuất nơi khác"),
    "take-in-accounts": _("nhập danh sách tài khoản"),
    "bind-identity": _("nối với cổng đăng nhập của cơ quan"),
    "appoint": _("giao chức vụ"),
    "end-term": _("kết thúc nhiệm kỳ"),
    "hand-over": _("giao người ký thay"),
    "revoke-handover": _("thu lại việc giao ký"),
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
    "hand-out": _("giao nhiệm vụ đến các cơ quan"),
    "withdraw-directive": _("thu hồi văn bản"),
    "publish-correction": _("đính chính"),
    "suspend-item": _("tạm dừng nhiệm vụ"),
    "withdraw-item": _("rút nhiệm vụ"),
    "resume-item": _("cho tiếp tục nhiệm vụ"),
}


def verb(code: str) -> str:
    """Say a verb of the trail; an unknown one stays as its code."""
    return str(VERBS.get(code, code))


_BREAKS: dict[str, str | Promise] = {
    "changed": _("mục %(number)d đã bị sửa sau khi ghi"),
    "missing": _("thiếu mục %(number)d"),
    "doubled": _("mục %(number)d có hai lần"),
    "out-of-order": _("mục %(number)d không đúng thứ tự"),
    "unlinked": _("mục %(number)d không nối với mục trước nó"),
    "head": _("mục cuối cùng là %(number)d, khác với đầu chuỗi đang giữ"),
    "exported": _("mục %(number)d khác với bản đã xuất"),
}


def say_break(number: int, code: str) -> str:
    """Say what is wrong at a place of the trail."""
    if code.startswith("signature:"):
        return gettext("chữ ký trong “%(name)s” không đúng") % {"name": code.partition(":")[2]}
    return str(_BREAKS[code]) % {"number": number}
