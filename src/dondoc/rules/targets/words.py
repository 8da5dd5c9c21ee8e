"""The words of targets: comparing, changing, ranking, grading; and what the nouns behind a figure count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from dondoc.rules import letters
from dondoc.rules.targets.values import Comparator, Per


def any_of(phrases: Iterable[str]) -> str:
    """Make an alternation of phrases, longest first, that begins and ends at word borders, for folded text."""
    longest_first = sorted({letters.unmarked(phrase) for phrase in phrases}, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)".replace(" ", r"\s+")


def known(slice_: str, phrases: Mapping[str, Any]) -> Any:
    """Look a phrase up: with its marks, or without any; several syllables also with marks damaged by a scan.

    In a word of one syllable the marks carry the meaning ("trên", "đạt"), so they must be right or all missing.
    """
    written = " ".join(letters.lower(slice_).split())
    if written in phrases:
        return phrases[written]
    plain = letters.folded(written)
    return _unmarked_table(phrases).get(plain) if " " in plain or plain == written else None


_TABLES: dict[int, dict[str, Any]] = {}


def _unmarked_table(phrases: Mapping[str, Any]) -> dict[str, Any]:
    """Keep one folded copy of each table of this module, found by identity: the tables never change."""
    if id(phrases) not in _TABLES:
        _TABLES[id(phrases)] = {letters.unmarked(phrase): value for phrase, value in phrases.items()}
    return _TABLES[id(phrases)]


SIGNS = {
    ">": Comparator.GREATER, "＞": Comparator.GREATER, "\\gt": Comparator.GREATER, "&gt;": Comparator.GREATER,
    "<": Comparator.LESS, "＜": Comparator.LESS, "\\lt": Comparator.LESS, "&lt;": Comparator.LESS,
    "=": Comparator.EQUAL, "＝": Comparator.EQUAL,
} | dict.fromkeys(
    (">=", "=>", "≥", "≧", "⩾", "⪰", "≽", "＞＝", "&gt;=", "&ge;", "\\geqslant", "\\geqq", "\\geq", "\\ge"),
    Comparator.AT_LEAST,
) | dict.fromkeys(
    ("<=", "=<", "≤", "≦", "⩽", "⪯", "≼", "＜＝", "&lt;=", "&le;", "\\leqslant", "\\leqq", "\\leq", "\\le"),
    Comparator.AT_MOST,
)  # fmt: skip
"""Comparing signs; "=>" is what people type for ≥."""

_AT_LEAST = (
    "tối thiểu", "ít nhất", "không dưới", "không được dưới", "không thấp hơn", "không được thấp hơn", "không ít hơn",
    "không nhỏ hơn", "không kém hơn", "không kém", "lớn hơn hoặc bằng", "cao hơn hoặc bằng", "nhiều hơn hoặc bằng",
    "trên hoặc bằng", "bằng hoặc lớn hơn", "bằng hoặc cao hơn", "bằng hoặc hơn", "bằng hoặc trên", "thấp nhất là",
    "thấp nhất", "ít ra", "chí ít",
    "đạt hoặc vượt", "bằng hoặc vượt",
)  # fmt: skip
_AT_MOST = (
    "tối đa", "không quá", "không được quá", "không vượt quá", "không được vượt quá", "không vượt", "không cao hơn",
    "không lớn hơn", "không nhiều hơn", "không hơn", "không trên", "không để quá", "nhiều nhất", "nhỏ hơn hoặc bằng",
    "thấp hơn hoặc bằng", "ít hơn hoặc bằng", "dưới hoặc bằng", "bằng hoặc nhỏ hơn", "bằng hoặc thấp hơn",
    "bằng hoặc dưới", "cao nhất là", "chậm nhất sau", "muộn nhất sau",
    "chậm nhất là", "chậm nhất", "muộn nhất", "trong vòng", "trong thời hạn", "chưa quá",
)  # fmt: skip
COMPARING = (
    dict.fromkeys(_AT_LEAST, Comparator.AT_LEAST)
    | dict.fromkeys(_AT_MOST, Comparator.AT_MOST)
    | dict.fromkeys(
        ("lớn hơn", "cao hơn", "nhiều hơn", "vượt quá", "vượt trên", "vượt mức", "trên mức"), Comparator.GREATER
    )
    | dict.fromkeys(("nhỏ hơn", "thấp hơn", "ít hơn", "chưa đến", "chưa tới", "dưới mức"), Comparator.LESS)
    | dict.fromkeys(("bằng đúng", "đúng bằng", "chính xác"), Comparator.EQUAL)
)
"""Comparing phrases of several syllables; they hold across a few weak words before the figure."""

ADJACENT = {
    "trên": Comparator.GREATER, "hơn": Comparator.GREATER, "vượt": Comparator.GREATER, "quá": Comparator.GREATER,
    "dưới": Comparator.LESS, "bằng": Comparator.EQUAL, "đúng": Comparator.EQUAL, "từ": Comparator.AT_LEAST,
}  # fmt: skip
"""Words that compare only when the figure follows at once: "trên 95%", but not "trên địa bàn"."""

WITHIN = {"trong": Comparator.AT_MOST}
"""Before so many days or hours it is the time allowed: "trong 10 ngày", but not "trong 10 tỉnh"."""

AFTER = {
    "trở lên": Comparator.AT_LEAST, "hoặc hơn": Comparator.AT_LEAST, "hoặc cao hơn": Comparator.AT_LEAST,
    "hoặc nhiều hơn": Comparator.AT_LEAST, "trở xuống": Comparator.AT_MOST, "hoặc thấp hơn": Comparator.AT_MOST,
    "hoặc ít hơn": Comparator.AT_MOST,
}  # fmt: skip
"""Comparing words behind the figure."""

FILLERS = (
    "đạt", "đạt được", "đạt mức", "đạt tỷ lệ", "đạt tỉ lệ", "là", "mức", "phải", "có", "chiếm", "thêm", "cần", "ở",
    "được", "có được", "bình quân", "trung bình", "định kỳ", "khoảng", "xấp xỉ", "gần", "ước đạt", "ước", "phấn đấu",
    "phấn đấu đạt", "đảm bảo", "bảo đảm", "duy trì", "tiếp tục", "tiếp tục duy trì", "chỉ tiêu", "mục tiêu",
    "thuộc nhóm", "nằm trong nhóm", "trong nhóm", "vào nhóm", "nằm trong", "lọt vào", "thuộc", "trong số", "tỷ lệ",
    "tỉ lệ", "số lượng", "cho", "với", "giữ", "hướng tới", "hướng đến", "mốc", "thì", "sẽ", "tương đương", "còn lại",
    "từ", "giữ vững", "nhóm",
)  # fmt: skip
"""Weak words that may stand between a comparing word and its figure, or between the subject and the figure."""

UP = (
    "tăng",
    "cải thiện",
    "nâng",
    "thăng",
    "tăng thêm",
    "tăng hạng",
    "thăng hạng",
    "gấp",
    "tăng gấp",
    "tăng bình quân",
    "tăng trung bình",
)
DOWN = ("giảm", "hạ", "kéo giảm", "giảm bình quân", "giảm trung bình", "giảm thêm", "giảm dần", "tụt", "tụt quá")
CUT = ("cắt giảm", "rút ngắn", "tiết kiệm", "cắt bớt", "tiết giảm", "đơn giản hóa", "đơn giản hoá")
"""Words of movement. A cut is counted by its size, a fall as a negative figure."""

TO_LEVEL = ("lên", "xuống", "còn", "đến", "tới")
"""Behind a word of movement they name the level reached, not the size of the step."""

RISEN = {"lên": "up", "xuống": "down", "còn": "down"}
"""Words of level that also say the way where no verb does: "từ 50% lên 70%"."""

PARTS = {
    "một nửa": (1, 2), "nửa": (1, 2), "một phần hai": (1, 2), "một phần ba": (1, 3), "hai phần ba": (2, 3),
    "một phần tư": (1, 4), "ba phần tư": (3, 4), "một phần năm": (1, 5), "hai phần năm": (2, 5),
    "ba phần năm": (3, 5), "bốn phần năm": (4, 5), "một phần mười": (1, 10),
}  # fmt: skip
"""Parts of a whole in words."""

FOLDS = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "ba": Decimal(3), "bốn": Decimal(4)}
"""Times in one word, behind "gấp"."""

NONE_OF = ("không còn", "không có", "không để xảy ra", "không để phát sinh", "không phát sinh", "không xảy ra")
"""What opens the wish that there be none of something."""

DOING = (
    "hoàn thành", "hoàn tất", "hoàn thiện", "làm xong", "thực hiện xong", "xong", "kết thúc", "ban hành", "phê duyệt",
    "thành lập", "khai trương", "nghiệm thu", "bàn giao", "công bố", "ký kết", "khánh thành", "đưa vào sử dụng",
    "đưa vào vận hành", "đưa vào khai thác", "đưa vào hoạt động", "trình", "gửi", "nộp", "đã ban hành", "đã hoàn thành",
)  # fmt: skip
COMPLETING = ("hoàn thành", "hoàn tất", "xong", "làm xong", "thực hiện xong", "đã hoàn thành")
"""Words of doing that may take a share: "hoàn thành 30%"."""
STARTING = ("bắt đầu", "khởi công", "khởi động", "khởi đầu", "áp dụng", "triển khai", "thực hiện", "vận hành")
RANKING = (
    "xếp hạng", "xếp vị trí", "xếp thứ hạng", "xếp thứ", "xếp ở vị trí", "đứng vị trí", "đứng ở vị trí",
    "đứng thứ hạng", "đứng thứ", "vị trí", "thứ hạng", "thứ bậc", "vị thứ", "hạng", "thứ", "top", "tốp", "xếp",
    "đứng",
)  # fmt: skip
LEADING = (
    "dẫn đầu", "đứng đầu", "hàng đầu", "tốp đầu", "top đầu", "cao nhất", "tốt nhất", "có điểm số cao nhất",
    "có điểm cao nhất",
)  # fmt: skip

PERIODS = {
    "năm": Per.YEAR,
    "nam": Per.YEAR,
    "quý": Per.QUARTER,
    "quy": Per.QUARTER,
    "tháng": Per.MONTH,
    "thang": Per.MONTH,
}
CYCLES = {
    1: (1, Per.MONTH),
    2: (6, Per.YEAR),
    3: (1, Per.QUARTER),
    4: (3, Per.YEAR),
    6: (2, Per.YEAR),
    12: (1, Per.YEAR),
}
"""Once in so many months, as times in a period."""

GRADES = ("xuất sắc", "rất tốt", "tốt", "khá", "trung bình", "đạt", "yếu", "kém")
CLASSES = (
    "hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ", "không hoàn thành nhiệm vụ",
)  # fmt: skip

_TURNS = ("lượt", "lần", "tin", "bài", "cuộc", "buổi", "lớp", "hội nghị", "hội thảo", "văn bản", "hồ sơ", "trang")
_PEOPLE = (
    "người", "cán bộ", "công chức", "viên chức", "học viên", "lao động", "giáo viên", "học sinh", "hội viên",
    "đoàn viên", "thành viên", "nông dân", "công dân", "đại biểu", "hộ", "cá nhân", "bác sĩ", "bác sỹ", "sinh viên",
    "chuyên gia",
)  # fmt: skip
_STANDING = (
    "điểm", "bậc", "hạng", "tuổi", "ngày", "giờ", "phút", "giây", "tháng", "năm", "mbps", "gbps", "tbps", "gb", "mb",
    "trạm", "tuyến", "tổ chức", "trung tâm", "thành phố", "tỉnh", "huyện", "xã", "phường", "thôn", "cơ sở", "sàn",
    "khu", "tài khoản", "thuê bao", "đơn vị", "trường", "tiêu chí", "chỉ số", "giường", "mức", "cơ quan",
    "địa phương", "vị trí", "số", "tỷ lệ",
)  # fmt: skip
_THINGS = (
    "doanh nghiệp", "mô hình", "danh mục", "hợp tác xã", "sản phẩm", "dự án", "đề án", "nhiệm vụ", "thủ tục",
    "dịch vụ", "công trình", "báo cáo", "kế hoạch", "nghị quyết", "quyết định", "giao dịch", "km", "ha", "tấn",
    "đồng", "căn", "nhà", "cây", "giải", "chuyên mục", "phóng sự", "bộ", "sáng kiến", "hợp đồng", "điểm cầu",
    "chứng thư", "trường hợp", "vụ", "đơn", "ý kiến", "kiến nghị", "đợt", "kỳ",
)  # fmt: skip
NOUNS = (
    dict.fromkeys(_THINGS, "things")
    | dict.fromkeys(_STANDING, "standing")
    | dict.fromkeys(_PEOPLE, "people")
    | dict.fromkeys(_TURNS, "turns")
)
"""What the first word behind a figure counts: turns add up, people are counted once, the rest stands as it is."""


def noun_kind(phrase: str) -> str | None:
    """Say what the first words of a phrase count: turns, people, things, standing things; None where nobody told."""
    heads = letters.lower(phrase[:40]).split()[:2]
    for length in (2, 1):
        kind = NOUNS.get(" ".join(heads[:length]).strip(" ,.;:)"))
        if kind is not None:
            return kind
    return None


NAMED = (
    "khoản", "điều", "mục", "phụ lục", "chương", "tiết", "bảng", "biểu", "mẫu", "số", "khóa", "khoá", "họp thứ",
    "lần thứ", "kỳ thứ", "tuần thứ", "khu vực", "phiên bản", "quốc lộ", "công nghiệp", "thông tư", "nghị định",
    "nghị quyết", "quyết định", "chỉ thị", "đề án", "quy chuẩn", "qcvn", "tcvn", "tiểu mục", "nội dung", "pháp lệnh",
    "luật", "kế hoạch", "phần", "vùng", "quy định",
)  # fmt: skip
"""Words that turn the number behind them into a name: khoản 2, lần thứ XVII."""

EACH = (
    "hộ gia đình", "hộ", "người dân", "người", "cán bộ", "công chức", "viên chức", "đảng viên", "hội viên", "học sinh",
    "giáo viên", "thôn", "bản", "ấp", "tổ dân phố", "khu dân cư", "khu phố", "phường", "thị trấn", "thị xã", "trường",
    "lớp", "phòng", "ban", "chi bộ", "chi hội", "đoàn thể", "doanh nghiệp", "hợp tác xã", "cơ sở", "dự án", "lĩnh vực",
    "ngày", "tuần", "địa bàn", "cấp", "công trình", "tổ", "trạm y tế",
)  # fmt: skip
"""With the places, what a figure may be asked of each of: "mỗi xã 01 mô hình"."""

PLACES = (
    "tỉnh", "thành phố", "địa phương", "nước", "quốc gia", "bộ", "ngành", "cơ quan", "đơn vị", "huyện", "xã", "sở",
    "nền kinh tế",
)  # fmt: skip
