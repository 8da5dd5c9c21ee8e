"""Why a file cannot be used, as facts; the sentence shown to people is built from them here."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "missing": "Không tìm thấy tệp “{name}”. Kiểm tra lại đường dẫn.",
    "folder": "“{name}” là thư mục. Chỉ ra một tệp trong thư mục ấy, mỗi lần một văn bản.",
    "closed": "Không mở được tệp “{name}”. Xem lại quyền đọc tệp, hoặc đóng chương trình đang giữ tệp.",
    "empty": "Tệp “{name}” trống, không có chữ nào. Mở lại tệp gốc, lưu lại rồi đưa vào lần nữa.",
    "too-large": "Tệp “{name}” nặng {megabytes} MB, quá giới hạn {limit} MB. Tách phụ lục thành tệp "
    "riêng hoặc lưu lại dưới dạng văn bản.",
    "format": "Tệp “{name}” là {kind}, chưa đọc được. Lưu thành tệp văn bản (.txt, Unicode UTF-8) rồi đưa vào lại.",
    "binary": "Tệp “{name}” không phải văn bản: có ký tự điều khiển từ byte {byte}. Chọn đúng tệp văn bản (.txt).",
    "encoding": "Tệp “{name}” hỏng bảng mã ở dòng {line}, byte {byte}. Mở tệp gốc và lưu lại dưới "
    "dạng Unicode (UTF-8).",
    "legacy-font": "Tệp “{name}” dùng phông chữ cũ (TCVN3 hoặc VNI) ở dòng {line}. Chuyển sang "
    "Unicode (UTF-8) rồi đưa vào lại.",
    "secret": "Văn bản đóng dấu {mark} (dòng {line}) không được đưa vào hệ thống này. Tệp chưa được lưu.",
    "not-vietnamese": "Tệp “{name}” không có chữ tiếng Việt có dấu. Đưa vào bản tiếng Việt có dấu của văn bản.",
    "too-long": "Đọc tệp “{name}” quá {seconds} giây nên đã dừng. Tách phụ lục thành tệp riêng rồi đưa vào lại.",
    "too-heavy": "Đọc tệp “{name}” cần quá {megabytes} MB bộ nhớ nên đã dừng. Tách phụ lục thành tệp "
    "riêng rồi đưa vào lại.",
    "broken-reader": "Phần mềm không đọc được tệp “{name}” vì một lỗi bên trong, mã {incident}. Tệp "
    "chưa được lưu; báo mã này cho người quản trị.",
}


class Unreadable(Exception):
    """A file that cannot be used: `code` is stable, `facts` are the values of its sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    @property
    def message(self) -> str:
        """Say what is wrong, where, and what to do, in one Vietnamese sentence or two."""
        return SENTENCES[self.code].format(**self.facts)

    def __str__(self) -> str:
        return self.message
