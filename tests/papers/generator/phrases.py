"""Time, product and target cells of made-up directives; targets with the typed truth beside the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

_TIMES = (
    "Hàng năm",
    "Hằng năm",
    "Thường xuyên",
    "Thường xuyên, hàng năm",
    "Thường xuyên hằng năm",
    "Năm {y}",
    "{y}",
    "{y}-{z}",
    "{y} - {z}",
    "Năm {y}-{z}",
    "Giai đoạn {y}-{z}",
    "Từ năm {y}",
    "Từ năm {y} đến năm {z}",
    "Đến năm {z}",
    "Đến hết năm {y}",
    "Trong năm {y}",
    "Quý {q}/{y}",
    "Quý {q} năm {y}",
    "Quý {q}-IV/{y}",
    "Tháng {m}/{y}",
    "Tháng {m} năm {y}",
    "Trước {d}/{m}/{y}",
    "Trước ngày {d}/{m}/{y}",
    "Trước ngày {d}/{m} hằng năm",
    "Xong trước {d}/{m}/{y}",
    "Chậm nhất ngày {d}/{m}/{y}",
    "Hoàn thành trong tháng {m}/{y}",
    "Hoàn thành năm {y}",
    "Hằng quý",
    "Hằng tháng",
    "Định kỳ hàng quý",
    "Định kỳ 6 tháng, hàng năm",
    "06 tháng/lần",
    "Theo kế hoạch",
    "Theo kế hoạch hàng năm",
    "Theo lộ trình của Trung ương",
    "Theo kỳ quy hoạch",
    "Theo chỉ đạo của Chính phủ",
    "Sau khi có hướng dẫn của Bộ, ngành Trung ương",
    "Sau khi Đề án được phê duyệt",
    "Từ khi Nghị quyết có hiệu lực",
    "Từ khi thực hiện Nghị quyết",
    "Ngay sau khi Kế hoạch được ban hành",
    "Khi có yêu cầu",
    "Đột xuất, theo yêu cầu",
    "Năm học {y}-{z1}",
    "Ban hành kế hoạch năm {y}",
    "Kỳ họp cuối năm {y}",
)
_PRODUCTS = (
    "Báo cáo",
    "Báo cáo",
    "Kế hoạch",
    "Kế hoạch/ Báo cáo",
    "Kế hoạch, báo cáo",
    "Kế hoạch/Báo cáo",
    "Quyết định",
    "Quyết định của UBND tỉnh",
    "Quyết định/ Báo cáo",
    "Quyết định/ Công văn",
    "Văn bản chỉ đạo",
    "Văn bản chỉ đạo, hướng dẫn",
    "Văn bản hướng dẫn",
    "Công văn",
    "Công văn/ Báo cáo",
    "Chương trình, Kế hoạch/ Báo cáo",
    "Nghị quyết của HĐND tỉnh",
    "Tờ trình, dự thảo Nghị quyết",
    "Đề án",
    "Đề án được phê duyệt",
    "Quy chế",
    "Quy chế phối hợp được ký kết",
    "Chỉ thị của Ban Thường vụ Tỉnh ủy",
    "Hội nghị, lớp tập huấn",
    "Lớp tập huấn; tài liệu",
    "Tin, bài, phóng sự",
    "Chuyên trang, chuyên mục",
    "Hệ thống được vận hành",
    "Phần mềm được bàn giao, sử dụng",
    "Cơ sở dữ liệu được cập nhật",
    "Dữ liệu được kết nối, chia sẻ",
    "Danh mục được công bố",
    "Bộ tiêu chí",
    "Bản đồ số",
    "Sổ tay hướng dẫn",
    "Biên bản kiểm tra/ Kết luận",
    "Kết quả khảo sát",
    "Công trình hoàn thành",
    "Mô hình được nhân rộng",
    "Hợp đồng, biên bản nghiệm thu",
    "Phiếu hướng dẫn/ Văn bản trả lời",
    "Thông tin được đăng tải đầy đủ, kịp thời",
)
_NOTES = (
    "",
    "",
    "",
    "Nhiệm vụ mới",
    "Chuyển tiếp",
    "Mật độ cao",
    "Kinh phí năm {y}",
    "Nguồn xã hội hóa",
    "Trọng tâm",
    "Lồng ghép",
)
_UNITS = (
    "lượt người",
    "lượt",
    "hồ sơ",
    "danh mục",
    "mô hình",
    "doanh nghiệp",
    "tin, bài",
    "lớp",
    "ha",
    "km",
    "căn",
    "xã",
    "trang",
    "hợp tác xã",
    "cuộc",
)
_AT_LEAST = ("≥", "≥ ", "Tối thiểu ", "Ít nhất ", "Từ {} trở lên", "Đạt từ {} trở lên", "Không dưới ", "Đạt tối thiểu ")
_GREATER = (">", "> ", "Trên ", "Đạt trên ", "Hơn ")
_AT_MOST = ("≤", "≤ ", "Không quá ", "Tối đa ", "Không vượt quá ")
_LESS = ("<", "< ", "Dưới ")
_COMPARATORS = ((">=", _AT_LEAST), (">=", _AT_LEAST), (">", _GREATER), (">", _GREATER), ("<=", _AT_MOST), ("<", _LESS))
_PER = (("tháng", "month"), ("quý", "quarter"), ("năm", "year"), ("năm", "year"))


@dataclass(frozen=True, kw_only=True)
class TrueTarget:
    """What a target phrase means: the fields the reader prints, figures as decimal strings."""

    text: str
    comparator: str | None = None
    value: str | None = None
    unit: str | None = None
    low: str | None = None
    high: str | None = None
    of: int | None = None
    change: bool = False
    baseline: str | None = None
    qualifier: str | None = None
    per: str | None = None
    by: str | None = None


def time_phrase(random: Random) -> str:
    """Make the words of a time cell."""
    return dated(random, random.choice(_TIMES))


def product_phrase(random: Random) -> str:
    """Make the words of a product cell."""
    return random.choice(_PRODUCTS)


def note_phrase(random: Random) -> str:
    """Make the words of a notes cell; mostly nothing."""
    return dated(random, random.choice(_NOTES))


def dated(random: Random, template: str) -> str:
    """Put years, quarters, months and days into a phrase."""
    year = random.randint(2022, 2026)
    slots = {
        "{y}": str(year),
        "{z}": str(year + random.randint(1, 4)),
        "{z1}": str(year + 1),
        "{q}": random.choice(("I", "II", "III", "IV")),
        "{m}": str(random.randint(1, 12)),
        "{d}": random.choice(("05", "10", "15", "20", "25", "28")),
    }
    for slot, words in slots.items():
        template = template.replace(slot, words)
    return template


def target_phrase(random: Random, *, share: bool) -> TrueTarget:
    """Make a target phrase with its meaning; `share` asks for a percentage, as the text is one."""
    if share:
        return random.choice((_percent, _percent, _percent, _bare_percent, _qualified))(random)
    makers = (_count, _count, _bare_count, frequency, _done, _done, _starts, _grade, _top, _change, _between, _words)
    return random.choice(makers)(random)


def figure_in_product(random: Random) -> TrueTarget:
    """Make a figure that stands in a product cell, where a directive has no target column."""
    return random.choice((_percent, _bare_percent, _qualified, frequency))(random)


def _percent(random: Random) -> TrueTarget:
    comparator, words = _compared(random, figure := _share(random))
    of_what = random.choice(("", "", "", " tổng số hồ sơ"))
    return TrueTarget(text=words + of_what, comparator=comparator, value=_plain(figure[:-1]), unit="%")


def _bare_percent(random: Random) -> TrueTarget:
    figure = random.choice(("100%", "100%", "100%", "30%", "98%", "100 %"))
    text = random.choice((figure, figure, f"Đạt {figure}"))
    return TrueTarget(text=text, value=figure.rstrip("% "), unit="%")


def _qualified(random: Random) -> TrueTarget:
    level = random.choice(("Mức 4", "Mức độ 4", "Toàn trình", "Mức 3"))
    figure = random.choice(("20", "35", "50", "80"))
    sign, comparator = random.choice((("≥ ", ">="), ("≥", ">="), ("> ", ">"), ("tối thiểu ", ">=")))
    return TrueTarget(text=f"{level} {sign}{figure}%", comparator=comparator, value=figure, unit="%", qualifier=level)


def _count(random: Random) -> TrueTarget:
    figure, unit = _number(random), random.choice(_UNITS)
    comparator, words = _compared(random, f"{figure} {unit}")
    per, period = _per(random)
    verb = random.choice(("", "", "", "Giới thiệu ", "Cập nhật ", "Xây dựng "))
    if verb and words[0].isalpha():
        words = words.removeprefix("Đạt ")
        words = words[0].lower() + words[1:]
    return TrueTarget(text=f"{verb}{words}{per}", comparator=comparator, value=_plain(figure), unit=unit, per=period)


def _bare_count(random: Random) -> TrueTarget:
    figure, unit = _number(random), random.choice(_UNITS)
    per, period = _per(random)
    return TrueTarget(text=f"{figure} {unit}{per}", value=_plain(figure), unit=unit, per=period)


def frequency(random: Random) -> TrueTarget:
    """Make a target that says how often something is to be done."""
    figure, (word, period) = random.choice(("1", "01", "2", "02", "4", "06")), random.choice(_PER)
    form = random.choice(("≥{} lần/{}", "≥ {} lần/{}", "Tối thiểu {} lần/{}", "Ít nhất {} lần mỗi {}"))
    return TrueTarget(text=form.format(figure, word), comparator=">=", value=_plain(figure), unit="lần", per=period)


def _done(random: Random) -> TrueTarget:
    year = str(random.randint(2022, 2027))
    if random.random() < 0.25:
        share = random.choice(("30", "50", "70"))
        text = random.choice((f"Hoàn thành {share}% trong năm {year}", f"Hoàn thành {share}% khối lượng năm {year}"))
        return TrueTarget(text=text, comparator="done", value=share, unit="%", by=year)
    quarter, month = random.randint(1, 4), random.randint(1, 12)
    roman = ("I", "II", "III", "IV")[quarter - 1]
    forms = (
        (f"Hoàn thành năm {year}", year),
        (f"Hoàn thành trong năm {year}", year),
        (f"Hoàn thành trong quý {roman}/{year}", f"{year}-Q{quarter}"),
        (f"Hoàn thành trong tháng {month}/{year}", f"{year}-{month:02d}"),
        (f"Xong trong năm {year}", year),
    )
    text, by = random.choice(forms)
    return TrueTarget(text=text, comparator="done", by=by)


def _starts(random: Random) -> TrueTarget:
    year, month = random.randint(2022, 2027), random.randint(1, 12)
    return TrueTarget(text=f"Bắt đầu từ tháng {month}/{year}", comparator="starts", by=f"{year}-{month:02d}")


def _grade(random: Random) -> TrueTarget:
    letter = random.choice("ABC")
    text = random.choice((f"Xếp hạng {letter}", f"Xếp loại {letter}", f"Đạt loại {letter}"))
    return TrueTarget(text=text, comparator="grade", value=letter)


def _top(random: Random) -> TrueTarget:
    rank, of = random.choice((5, 10, 15, 20, 30)), random.choice((34, 63))
    if random.random() < 0.5:
        return TrueTarget(text=f"Tốp {rank}/{of} tỉnh, thành phố", comparator="top", value=str(rank), of=of)
    return TrueTarget(text=f"Trong nhóm {rank} tỉnh dẫn đầu cả nước", comparator="top", value=str(rank))


def _change(random: Random) -> TrueTarget:
    figure = random.choice(("3", "5", "10", "0,5"))
    forms = (
        TrueTarget(text=f"Tăng {figure}%/năm", value=_plain(figure), unit="%", per="year"),
        TrueTarget(text=f"Giảm {figure}%/năm", value="-" + _plain(figure), unit="%", per="year"),
        TrueTarget(
            text=f"Tăng tối thiểu {figure}% so với năm 2024",
            comparator=">=",
            value=_plain(figure),
            unit="%",
            baseline="năm 2024",
        ),
        TrueTarget(
            text="Tăng ít nhất 01 bậc so với năm 2023", comparator=">=", value="1", unit="bậc", baseline="năm 2023"
        ),
        TrueTarget(
            text=f"Cắt giảm tối thiểu {figure}% so với quy định",
            comparator=">=",
            value=_plain(figure),
            unit="%",
            baseline="quy định",
        ),
    )
    return replace(random.choice(forms), change=True)


def _between(random: Random) -> TrueTarget:
    low = random.choice((20, 40, 60))
    high = low + random.choice((10, 20, 30))
    text = random.choice((f"{low}% - {high}%", f"Từ {low}% đến {high}%", f"{low}-{high}%"))
    return TrueTarget(text=text, comparator="between", low=str(low), high=str(high), unit="%")


def _words(random: Random) -> TrueTarget:
    text = random.choice(
        ("Thực hiện theo lộ trình của Bộ Y tế", "Theo hướng dẫn của Trung ương", "Kịp thời, đúng quy định", "Bảo đảm")
    )
    return TrueTarget(text=text, comparator="text")


def _compared(random: Random, figure: str) -> tuple[str, str]:
    comparator, signs = random.choice(_COMPARATORS)
    sign = random.choice(signs)
    if "{}" not in sign:
        return comparator, sign + figure
    number, _, unit = figure.partition(" ")
    return comparator, sign.replace("{}", f"{number} {unit}".strip())


def _share(random: Random) -> str:
    return random.choice(("10", "15", "30", "50", "55", "70", "80", "90", "95", "98", "99", "90,5", "99,9")) + "%"


def _number(random: Random) -> str:
    return random.choice(("01", "2", "05", "6", "12", "25", "240", "500", "2000", "1.200", "25.000", "100.000"))


def _per(random: Random) -> tuple[str, str | None]:
    if random.random() < 0.6:
        return "", None
    word, period = random.choice(_PER)
    return random.choice((f"/{word}", f" mỗi {word}")), period


def _plain(figure: str) -> str:
    """Write a Vietnamese figure as a decimal string: dots between thousands, a comma before decimals."""
    whole, _, rest = figure.replace(".", "").partition(",")
    return str(int(whole)) + (f".{rest}" if rest else "")
